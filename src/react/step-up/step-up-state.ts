import type { StepUpChallenge } from '../../contract/errors.ts';

/** A proof that is being asked for. */
export interface StepUpRequest {
  challenge: StepUpChallenge;
  /** The section that asked, whose root element holds the dialog; null for a hook outside any section. */
  section: string | null;
}

/** What is being asked for now; one prompt at a time. Kept outside React so that asking renders the prompt alone. */
export interface StepUpState {
  get: () => StepUpRequest | null;
  subscribe: (listener: () => void) => () => void;
  /** Asks; resolves to whether it was proved. A second asker waits for the first. */
  ask: (request: StepUpRequest) => Promise<boolean>;
  /** Ends what is asked for, proved or given up. */
  settle: (proved: boolean) => void;
  /** Gives up all that a section asked for: it leaves the page. */
  abandon: (section: string) => void;
}

/** One for each provider. */
export function createStepUpState(): StepUpState {
  const queue: { request: StepUpRequest; resolve: (proved: boolean) => void }[] = [];
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    get: () => queue[0]?.request ?? null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ask: (request) =>
      new Promise((resolve) => {
        queue.push({ request, resolve });
        changed();
      }),
    settle(proved) {
      queue.shift()?.resolve(proved);
      changed();
    },
    abandon(section) {
      const left = queue.filter((entry) => entry.request.section === section);
      if (left.length === 0) return;
      for (const entry of left) {
        queue.splice(queue.indexOf(entry), 1);
        entry.resolve(false);
      }
      changed();
    },
  };
}
