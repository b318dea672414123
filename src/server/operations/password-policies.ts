import type { Settings } from '../ports/settings.ts';

/** A whole policy for the option `passwordPolicy`. */
export type PolicyPreset = Settings['passwordPolicy'];

const everyKind = ['lower', 'upper', 'digit', 'special'];

/** A level of Auth0: it asks for nothing but what it says, and lengthens nothing without a second factor. */
function level(
  minLength: number,
  rules: Pick<PolicyPreset, 'characterTypes' | 'maxIdenticalInRow'>,
): PolicyPreset {
  return {
    minLength,
    minLengthWithSecondFactor: minLength,
    maxLength: 256,
    ...rules,
    notCommon: false,
    notPersonal: false,
    history: 0,
  };
}

const anyKinds = { among: [], atLeast: 0 };
const threeOfFour = { among: everyKind, atLeast: 3 };

/**
 * Policies for the option `passwordPolicy`: `nist`, the default, and the five password strengths of Auth0 for hosts that
 * come from there. Those ask neither for uncommon nor for impersonal passwords, which Auth0 has as options of their own:
 * `{ ...passwordPolicies.good, notCommon: true }`.
 */
export const passwordPolicies = {
  /** NIST SP 800-63B-4 §3.1.1.2: 15 code points alone, 8 beside a second factor, no composition rule, a blocklist. */
  nist: {
    minLength: 15,
    minLengthWithSecondFactor: 8,
    maxLength: 256,
    characterTypes: anyKinds,
    maxIdenticalInRow: null,
    notCommon: true,
    notPersonal: true,
    history: 0,
  },
  /** Anything at all. */
  none: level(1, { characterTypes: anyKinds, maxIdenticalInRow: null }),
  /** At least 6. */
  low: level(6, { characterTypes: anyKinds, maxIdenticalInRow: null }),
  /** At least 8, with a lower-case letter, an upper-case letter and a digit. */
  fair: level(8, {
    characterTypes: { among: ['lower', 'upper', 'digit'], atLeast: 3 },
    maxIdenticalInRow: null,
  }),
  /** At least 8, with three of: lower case, upper case, digits, other characters. */
  good: level(8, { characterTypes: threeOfFour, maxIdenticalInRow: null }),
  /** At least 10, with three of the four kinds, and no character more than twice in a row. */
  excellent: level(10, { characterTypes: threeOfFour, maxIdenticalInRow: 2 }),
} as const satisfies Record<string, PolicyPreset>;
