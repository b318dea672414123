import type { Theme } from 'selvedge/theme';
import type { ReactElement, ReactNode } from 'react';
import { useId } from 'react';
import type { Beginning } from './studio-beginnings.ts';
import type { StudioFields } from './studio-seeds.ts';

/** What every control needs. */
export interface ControlProps {
  label: string;
  name: keyof StudioFields;
  fields: StudioFields;
  /** Where the field is empty. */
  fallback: string;
  /** Why the value is refused. */
  error?: string | undefined;
  onChange: (name: keyof StudioFields, value: string) => void;
}

/** A label, what it belongs to, and why that is refused. */
function Labelled({
  id,
  label,
  error,
  children,
}: Pick<ControlProps, 'label' | 'error'> & { id: string; children: ReactNode }): ReactElement {
  return (
    <div className="studio-control">
      <label htmlFor={id}>{label}</label>
      <div className="studio-pair">{children}</div>
      <p id={`${id}e`} className="studio-error" role="alert">
        {error}
      </p>
    </div>
  );
}

/** What may be typed in place of what is picked, pushed or taken from a list. */
function Typed({
  id,
  className,
  list,
  ...props
}: ControlProps & { id: string; className?: string; list?: string }): ReactElement {
  const { name, fields, fallback, error, onChange } = props;
  return (
    <input
      id={id}
      type="text"
      className={className}
      list={list}
      spellCheck={false}
      autoComplete="off"
      placeholder={fallback}
      value={fields[name]}
      aria-invalid={error !== undefined}
      aria-describedby={`${id}e`}
      onChange={(event) => onChange(name, event.target.value)}
    />
  );
}

/** A colour: a picker, and a field that takes any notation. */
export function ColourControl(props: ControlProps & { shown: string }): ReactElement {
  const { label, name, error, onChange, shown } = props;
  const id = useId();
  return (
    <Labelled id={id} label={label} error={error}>
      <input
        type="color"
        aria-label={`${label}: picker`}
        value={shown.slice(0, 7)}
        onChange={(event) => onChange(name, event.target.value)}
      />
      <Typed id={id} {...props} />
    </Labelled>
  );
}

/** A length: a slider in rem, and a field that takes any unit. */
export function LengthControl(
  props: ControlProps & { min: number; max: number; step: number },
): ReactElement {
  const { label, name, fields, fallback, error, onChange, min, max, step } = props;
  const id = useId();
  const value = fields[name] || fallback;
  return (
    <Labelled id={id} label={label} error={error}>
      <input
        type="range"
        aria-label={`${label}: slider`}
        aria-valuetext={value}
        min={min}
        max={max}
        step={step}
        value={Number.parseFloat(value) || 0}
        onChange={(event) => onChange(name, `${event.target.value}rem`)}
      />
      <Typed id={id} className="studio-short" {...props} />
    </Labelled>
  );
}

const fonts = ['inherit', 'system-ui', 'Georgia, serif', 'ui-rounded, system-ui', 'ui-monospace'];

/** A list of fonts. */
export function FontControl(props: ControlProps): ReactElement {
  const id = useId();
  return (
    <Labelled id={id} label={props.label} error={props.error}>
      <Typed id={id} list={`${id}l`} {...props} />
      <datalist id={`${id}l`}>
        {fonts.map((font) => (
          <option key={font} value={font}>
            {font}
          </option>
        ))}
      </datalist>
    </Labelled>
  );
}

/** Props of `Beginnings`. */
export interface BeginningsProps {
  title: string;
  among: readonly Beginning[];
  /** Said under the row. */
  note?: string;
  onBegin: (beginning: Beginning) => void;
}

/** A row of places to begin. */
export function Beginnings({ title, among, note, onBegin }: BeginningsProps): ReactElement {
  const id = useId();
  return (
    <div className="studio-control" role="group" aria-labelledby={id}>
      <span id={id} className="studio-row">
        {title}
      </span>
      <div className="studio-beginnings">
        {among.map((one) => (
          <button
            key={one.title}
            type="button"
            className="studio-button"
            onClick={() => onBegin(one)}
          >
            {one.title}
          </button>
        ))}
      </div>
      {note !== undefined && (
        <p role="status" className="studio-note">
          {note}
        </p>
      )}
    </div>
  );
}

/** Props of `Choice`. */
export interface ChoiceProps {
  legend: string;
  options: Readonly<Record<string, string>>;
  value: string;
  onChange: (value: string) => void;
}

/** One of a few, side by side. */
export function Choice({ legend, options, value, onChange }: ChoiceProps): ReactElement {
  const id = useId();
  return (
    <fieldset className="studio-choice">
      <legend>{legend}</legend>
      <div className="studio-segments">
        {Object.entries(options).map(([key, title]) => (
          <label key={key} className="studio-segment">
            <input
              type="radio"
              name={id}
              value={key}
              checked={value === key}
              onChange={() => onChange(key)}
            />
            <span>{title}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const seeds = { brand: 'Brand', surface: 'Surface', text: 'Text', danger: 'Danger' } as const;

/** Props of `SeedControls`. */
export interface SeedControlsProps {
  fields: StudioFields;
  theme: Theme;
  errorOf: (name: keyof StudioFields) => string | undefined;
  onChange: (name: keyof StudioFields, value: string) => void;
}

/** The eight seeds. */
export function SeedControls({
  fields,
  theme,
  errorOf,
  onChange,
}: SeedControlsProps): ReactElement {
  const { light, dark } = theme.tokens;
  const shared = (name: keyof StudioFields) => ({ name, fields, onChange, error: errorOf(name) });
  return (
    <>
      <fieldset className="studio-group">
        <legend>Colours</legend>
        {(Object.keys(seeds) as (keyof typeof seeds)[]).map((seed) => (
          <div key={seed} className="studio-colours">
            <ColourControl
              {...shared(seed)}
              label={seeds[seed]}
              fallback={light[seed]}
              shown={light[seed]}
            />
            <ColourControl
              {...shared(`${seed}Dark`)}
              label={`${seeds[seed]}, dark`}
              fallback={dark[seed]}
              shown={dark[seed]}
            />
          </div>
        ))}
        <Choice
          legend="Text on the brand"
          value={fields.onBrand}
          options={{ '': 'Whichever fits', light: 'White', dark: 'Black' }}
          onChange={(value) => onChange('onBrand', value)}
        />
      </fieldset>
      <fieldset className="studio-group">
        <legend>Shape and type</legend>
        <LengthControl
          {...shared('radius')}
          label="Radius"
          fallback={light.radius}
          min={0}
          max={1.25}
          step={0.0625}
        />
        <LengthControl
          {...shared('space')}
          label="Density"
          fallback={light.space}
          min={0.18}
          max={0.34}
          step={0.01}
        />
        <LengthControl
          {...shared('fontSize')}
          label="Font size"
          fallback={light['font-size']}
          min={0.75}
          max={1.125}
          step={0.0625}
        />
        <FontControl {...shared('font')} label="Font" fallback={light.font} />
      </fieldset>
    </>
  );
}
