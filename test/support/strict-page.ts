// The component tests run in a page with the policy of a strict host; vitest.config.ts has it.

declare const trustedTypes: {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string };
};

const refusals: string[] = [];

addEventListener('securitypolicyviolation', (event) => {
  const { violatedDirective, blockedURI, sourceFile, lineNumber, sample } = event;
  refusals.push(`${violatedDirective} ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`);
});

/** What the page refused since the last time; whoever takes it has dealt with it. */
export async function takeRefusals(): Promise<string[]> {
  // They are told in a task of their own.
  await new Promise((resolve) => setTimeout(resolve));
  return refusals.splice(0);
}

const policy = trustedTypes.createPolicy('test-markup', { createHTML: (html) => html });

/** Puts markup that a server rendered into an element, as the parser of a page would. */
export function setMarkup(element: Element, html: string): void {
  element.innerHTML = policy.createHTML(html);
}
