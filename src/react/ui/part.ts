/**
 * Every part that a host can style: it carries the class `selvedge-<part>` and takes one more from `look.classNames`. The
 * states of a part are `data-` attributes. Names, elements and states are public API.
 */
export interface Parts {
  /** Carries the tokens; every component stands in one of its own. `data-selvedge-theme`, `data-selvedge-scheme`. */
  root: HTMLDivElement;
  /** One section of the settings, or a page of its own. `data-layout="stack"`: heading above, always. */
  section: HTMLElement;
  /** Heading and sentence of a section or a dialog. */
  'section-head': HTMLDivElement;
  /** What a section holds, beside its head where there is room. */
  'section-body': HTMLDivElement;
  /** Heading of a section or a dialog. */
  title: HTMLHeadingElement;
  /** Heading inside a section or a dialog. */
  subtitle: HTMLHeadingElement;
  /** Muted sentence: under a title, or in place of content. */
  lead: HTMLParagraphElement;
  /** The host's logo above a page of its own. */
  logo: HTMLDivElement;
  /** The host's legal links below a page. */
  legal: HTMLElement;
  /** A form. */
  form: HTMLFormElement;
  /** Things below each other, in the rhythm of a form. */
  stack: HTMLDivElement;
  /** Fields beside each other where there is room. */
  columns: HTMLDivElement;
  /** Buttons, and what they say, in a row. */
  actions: HTMLDivElement;
  /** Label, control and texts. `data-invalid` when refused. */
  field: HTMLDivElement;
  /** Label of a field. */
  label: HTMLLabelElement;
  /** Small muted text: under a field, in a row. */
  help: HTMLParagraphElement;
  /** Why a value is refused. */
  error: HTMLParagraphElement;
  /** Text input, text area or select. */
  input: HTMLInputElement;
  /** Holds an input together with what is drawn over it. `data-kind="select"`. */
  control: HTMLSpanElement;
  /** Button in a password field that shows what is typed. */
  reveal: HTMLButtonElement;
  /** Drawing on a button, or of a device in front of a row. */
  icon: SVGSVGElement;
  /** Box, label and texts. */
  checkbox: HTMLDivElement;
  /** The box itself. */
  check: HTMLInputElement;
  /** Label of a checkbox or a slider. */
  'checkbox-label': HTMLLabelElement;
  /** Slider. */
  range: HTMLInputElement;
  /** Bar of an upload. */
  progress: HTMLProgressElement;
  /** Button. `data-variant` primary, secondary, danger or quiet; `data-pending` while its request is on the way. */
  button: HTMLButtonElement;
  /** What a button says; hidden while it spins. */
  'button-label': HTMLSpanElement;
  /** Link. */
  link: HTMLAnchorElement;
  /** What came of an action, beside its button. `data-tone` neutral, success or danger. */
  status: HTMLParagraphElement;
  /** Holds the place of failures; read out at once. */
  alert: HTMLDivElement;
  /** Framed message. `data-tone` info, success, warning or danger. */
  notice: HTMLDivElement;
  /** Its text. */
  'notice-text': HTMLDivElement;
  /** Its heading. */
  'notice-title': HTMLElement;
  /** A word about a state. `data-tone="success"`. */
  badge: HTMLSpanElement;
  /** Where the focus goes when what had it is gone. */
  arrival: HTMLDivElement;
  /** Modal dialog. `data-size="wide"`. */
  dialog: HTMLDialogElement;
  /** Holds the place of what is loaded. `data-shape` text, control, button or avatar. */
  skeleton: HTMLSpanElement;
  /** List with bullets. */
  list: HTMLUListElement;
  /** One entry of a list. */
  'list-item': HTMLLIElement;
  /** List of passkeys, sessions, connected accounts or events. */
  rows: HTMLUListElement;
  /** One of them. `data-wraps` where its buttons may go below. */
  row: HTMLLIElement;
  /** What it says. */
  'row-text': HTMLDivElement;
  /** Its name. */
  'row-title': HTMLParagraphElement;
  /** Its buttons. */
  'row-actions': HTMLDivElement;
  /** Terms and their values. */
  details: HTMLDListElement;
  /** One term and its value. */
  detail: HTMLDivElement;
  /** The term. */
  'detail-term': HTMLElement;
  /** The value. */
  'detail-value': HTMLElement;
  /** Read by screen readers, not shown. */
  unseen: HTMLSpanElement;
  /** Seconds on a button. */
  countdown: HTMLSpanElement;
  /** Picture of the person, or the initials; mark of an identity provider. `data-size` small, medium or large. */
  avatar: HTMLSpanElement;
  /** The picture in it. */
  'avatar-image': HTMLImageElement;
  /** `AvatarEditor`: picture, buttons and help. `data-over` while a file is held above it. */
  'avatar-editor': HTMLDivElement;
  /** Its buttons and texts. */
  'avatar-side': HTMLDivElement;
  /** Around its button for the camera, which is there on phones and tablets. */
  'avatar-camera': HTMLSpanElement;
  /** The dialog of the cropper. */
  'crop-dialog': HTMLDialogElement;
  /** Picture and controls of the cropper. */
  crop: HTMLDivElement;
  /** The picture with what is cut off. */
  'crop-picture': HTMLDivElement;
  /** The round frame over it. */
  'crop-frame': HTMLDivElement;
  /** What is kept of it. */
  'crop-area': HTMLDivElement;
  /** Preview, sliders and buttons. */
  'crop-controls': HTMLDivElement;
  /** The sliders. */
  'crop-sliders': HTMLDivElement;
  /** Rotate and start over. */
  'crop-turns': HTMLDivElement;
  /** Small picture of the result. */
  'crop-preview': HTMLCanvasElement;
  /** Upload bar and buttons under the cropper. */
  'crop-end': HTMLDivElement;
  /** Checklist and meter under a new password. */
  advice: HTMLDivElement;
  /** The checklist. */
  rules: HTMLUListElement;
  /** One rule. `data-met` when it is kept. */
  rule: HTMLLIElement;
  /** The meter. `data-level` 1 to 3. */
  strength: HTMLParagraphElement;
  /** Its bars. */
  'strength-bars': HTMLSpanElement;
  /** One of them. */
  'strength-bar': HTMLSpanElement;
  /** Set-up of an authenticator app: square and key. */
  'set-up': HTMLDivElement;
  /** The square to scan. */
  qr: SVGSVGElement;
  /** The key for those who cannot scan. */
  key: HTMLDivElement;
  /** A code that is written down. `data-kind="key"` for the key of an authenticator app. */
  code: HTMLElement;
  /** Recovery codes. */
  codes: HTMLUListElement;
  /** Other ways to prove oneself, under a dialog. */
  others: HTMLDivElement;
  /** The list of them. */
  'others-list': HTMLUListElement;
}

/** Name of a part. */
export type Part = keyof Parts;
