import type { StoryContext } from '@storybook/react-vite';

/** What the browser does when a page asks for a passkey: a story has no finger and no face. */
export type BrowserPasskeys = 'asks' | 'stops' | 'knows' | 'missing';

const answers: Record<Exclude<BrowserPasskeys, 'missing'>, () => Promise<never>> = {
  asks: () => new Promise(() => {}),
  stops: () => Promise.reject(new DOMException('Closed.', 'NotAllowedError')),
  knows: () => Promise.reject(new DOMException('There is one.', 'InvalidStateError')),
};

function replace(target: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { configurable: true, value });
  return () => {
    if (before) Object.defineProperty(target, name, before);
    else Reflect.deleteProperty(target, name);
  };
}

function take(how: BrowserPasskeys): () => void {
  if (how === 'missing') {
    const before = Object.getOwnPropertyDescriptor(window, 'PublicKeyCredential');
    Reflect.deleteProperty(window, 'PublicKeyCredential');
    return () => before && Object.defineProperty(window, 'PublicKeyCredential', before);
  }
  const undo = [
    replace(navigator.credentials, 'create', answers[how]),
    replace(navigator.credentials, 'get', answers[how]),
  ];
  return () => undo.forEach((back) => back());
}

/** For `beforeEach`: a browser that does what `parameters.passkeys` says. Default: it asks, and nobody answers. */
export function fakeBrowser({ parameters }: Pick<StoryContext, 'parameters'>): () => void {
  return take((parameters['passkeys'] ?? 'asks') as BrowserPasskeys);
}
