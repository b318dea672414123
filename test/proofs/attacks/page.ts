import type { Attack } from './attack.ts';

const session = 'react/account-session.test.tsx';
const profile = 'react/profile.test.tsx';
const mailed = 'react/mailed-link.test.tsx';
const dialog = 'react/ui-dialog.test.tsx';
const page = 'e2e/page.test.ts';
const strict = 'react/strict-policy.test.tsx';
const field = 'react/ui-field.test.tsx';

/** The page in the browser. */
export const pageAttacks: readonly Attack[] = [
  {
    id: 'C-241',
    priority: 0,
    what: 'markup in what the server shows',
    tests: [
      [strict, 'refuses markup from a string, and takes what stands for a server'],
      [page, 'is under a strict policy, holds nothing secret, and names no other origin'],
    ],
  },
  {
    id: 'C-242',
    priority: 0,
    what: 'markup in attributes and styles',
    tests: [
      [strict, 'refuses a style attribute'],
      [strict, 'refuses a style element'],
    ],
  },
  {
    id: 'C-244',
    priority: 1,
    what: 'names that turn or pile up',
    tests: [['react/ui-parts.test.tsx', 'fits into 320 px, dialog included']],
  },
  {
    id: 'C-245',
    priority: 1,
    what: 'colours that are more than colours',
    tests: [['react/ui-colours.test.tsx', 'work from any element around the root']],
  },
  {
    id: 'C-246',
    priority: 0,
    what: 'data in the markup of a server',
    tests: [
      ['ssr/every-component.test.tsx', 'test'],
      [
        'react/hydration.test.tsx',
        'what somebody typed before the scripts came is still there, and is saved',
      ],
    ],
  },
  {
    id: 'C-248',
    priority: 0,
    what: 'fields that password managers do not know',
    tests: [
      [
        'react/step-up.test.tsx',
        'names what it is for, has the focus in its field, and holds whose password it is',
      ],
      [
        'react/password-reset.test.tsx',
        'is one field for password managers, can be seen, and axe has nothing against it',
      ],
    ],
  },
  {
    id: 'C-249',
    priority: 0,
    what: 'passwords that are shown and stay so',
    tests: [
      [field, 'is revealed and hidden again by a button whose name stays the same'],
      ['react/password-change.test.tsx', 'can be seen while it is typed'],
    ],
  },
  {
    id: 'C-250',
    priority: 0,
    what: 'secrets that stay in the page',
    tests: [
      [
        'react/password-change.test.tsx',
        'takes two clicks, proves the old one in the prompt, and leaves an empty field',
      ],
      [page, 'is under a strict policy, holds nothing secret, and names no other origin'],
    ],
  },
  {
    id: 'C-252',
    priority: 0,
    what: 'what stays after the sign-out',
    tests: [
      [session, 'empties everything, what was typed included'],
      [session, 'empties the other tabs of the browser, too'],
    ],
  },
  {
    id: 'C-253',
    priority: 0,
    what: 'what the browser stores',
    tests: [[page, 'is under a strict policy, holds nothing secret, and names no other origin']],
  },
  {
    id: 'C-254',
    priority: 0,
    what: 'another person without a reload',
    tests: [
      [session, 'shows another person an empty form'],
      ['react/sessions.test.tsx', 'of one person is never shown to another'],
    ],
  },
  {
    id: 'C-256',
    priority: 0,
    what: 'styles that a strict policy refuses',
    tests: [
      [strict, 'refuses a style attribute'],
      [
        'react/ui-parts.test.tsx',
        'renders on a server without a style attribute and without a word to the console',
      ],
    ],
  },
  {
    id: 'C-257',
    priority: 1,
    what: 'Trusted Types',
    tests: [[strict, 'refuses markup from a string, and takes what stands for a server']],
  },
  {
    id: 'C-258',
    priority: 1,
    what: 'violations of the policy',
    tests: [[page, 'is under a strict policy, holds nothing secret, and names no other origin']],
  },
  {
    id: 'C-260',
    priority: 0,
    what: 'dialogs that let go of the focus',
    tests: [
      [dialog, 'is modal, named by its title and described by its sentence'],
      [dialog, 'closes on Escape and gives the focus back to what opened it'],
    ],
  },
  {
    id: 'C-261',
    priority: 0,
    what: 'one press that is sent twice',
    tests: [
      [profile, 'twenty Enters send one request'],
      ['react/ui-button.test.tsx', 'sends one request for many presses and many Enters'],
    ],
  },
  {
    id: 'C-262',
    priority: 1,
    what: 'fields that a browser fills in',
    tests: [
      [profile, 'sends the edited fields alone, with the version they were made from, and says so'],
    ],
  },
  {
    id: 'C-264',
    priority: 0,
    what: 'a slow network',
    tests: [
      [
        'react/avatar-upload.test.tsx',
        'shows how far it is, can be stopped, and goes on from the same crop',
      ],
      ['client/http-backend.test.ts', 'is offline when the answer breaks off'],
    ],
  },
  {
    id: 'C-265',
    priority: 0,
    what: 'a save on old data',
    tests: [
      [
        profile,
        'a field changed on both sides is asked about, with the focus on it, and mine may win',
      ],
    ],
  },
  {
    id: 'C-266',
    priority: 0,
    what: 'answers in another order',
    tests: [
      [profile, 'what is typed while a save is under way stays, and goes with the next save'],
    ],
  },
  {
    id: 'C-268',
    priority: 1,
    what: 'many tabs',
    tests: [
      ['e2e/profile.test.ts', 'merges what two tabs changed in different fields'],
      [
        'e2e/profile.test.ts',
        'cannot write into another account that was signed in to in another tab',
      ],
    ],
  },
  {
    id: 'C-269',
    priority: 0,
    what: 'back after the sign-out',
    tests: [
      ['e2e/sign-in.test.ts', 'ends with "Sign out", and the server knows the session no more'],
      [
        'http/headers.test.ts',
        'is kept by nobody and shown as a page by nobody, whatever its status',
      ],
    ],
  },
  {
    id: 'C-270',
    priority: 0,
    what: 'the page of a mailed link',
    tests: [
      [
        mailed,
        'takes the token out of the address bar, keeps the rest of it, and sends nothing by itself',
      ],
      [mailed, 'says that a link is spent, takes the button away, and keeps the focus'],
    ],
  },
  {
    id: 'C-272',
    priority: 0,
    what: 'answers that are no answers',
    tests: [['client/http-backend.test.ts', 'the HTTP backend on a server that misbehaves']],
  },
  {
    id: 'C-273',
    priority: 1,
    what: 'news that nobody reads out',
    tests: [
      [profile, 'the first bad field gets the focus before anything is sent'],
      [
        field,
        'reads the error first, then the help, then the note, then what the control brings along',
      ],
    ],
  },
  {
    id: 'C-274',
    priority: 0,
    what: 'pages that bend everything',
    tests: [
      ['react/ui-parts.test.tsx', 'survives what the sheet of a host does to bare elements'],
      [field, 'keeps its submit from the form of a host'],
    ],
  },
  {
    id: 'C-276',
    priority: 1,
    what: 'a form before its scripts',
    tests: [
      [
        field,
        'never puts what is typed into the address bar, not even before its scripts have come',
      ],
    ],
  },
  {
    id: 'C-277',
    priority: 0,
    what: 'requests to others',
    tests: [[page, 'is under a strict policy, holds nothing secret, and names no other origin']],
  },
  { id: 'C-278', priority: 2, what: 'the clipboard', waitsFor: 'its turn' },
  {
    id: 'C-280',
    priority: 0,
    what: 'what is said of an address that waits',
    tests: [
      ['react/email-change.test.tsx', 'can be given up; the focus goes to the field'],
      [
        'e2e/email-change.test.ts',
        'answers an address that is taken as any other, and warns its owner',
      ],
    ],
  },
];
