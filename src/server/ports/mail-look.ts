/** What a mail needs of a theme; what `createTheme()` of `selvedge/theme` returns has it. Colours are `#rrggbb` or `#rrggbbaa`. */
export interface MailTokens {
  /** Around the mail. */
  readonly surface: string;
  /** What the mail stands on. */
  readonly 'surface-raised': string;
  /** Headings and sentences. */
  readonly text: string;
  /** The name above, what is said beside, the foot. */
  readonly 'text-muted': string;
  /** The edge of what the mail stands on. */
  readonly border: string;
  /** The button. */
  readonly brand: string;
  /** Its words. */
  readonly 'on-brand': string;
  /** Its corners, in px or rem. */
  readonly radius: string;
  /** A CSS list of font families; `inherit` is that of the system. */
  readonly font: string;
}

/** A link to a host's terms, privacy notice or imprint. */
export interface MailLegalLink {
  /** What it is called, in the language that it is given for. */
  readonly label: string;
  /** Absolute, http or https. */
  readonly href: string;
}

/** How mails look like the host. */
export interface MailLook {
  /** Such as `createTheme({ name: 'acme', brand: '#5b21b6' })`. Default: near black on white, and light on dark. */
  readonly theme?: {
    readonly tokens: { readonly light: MailTokens; readonly dark: MailTokens };
  };
  /**
   * Above the mail in place of the application's name, which is read where pictures are not shown. It is the only thing
   * that a mail loads, from whoever serves it; default: nothing is loaded. Width and height in CSS px.
   */
  readonly logo?: { readonly url: string; readonly width: number; readonly height: number };
  /** Below every mail, by BCP 47 tag: those of the mail's language, else of the settings' `language`, else none. */
  readonly legal?: Readonly<Record<string, readonly MailLegalLink[]>>;
}
