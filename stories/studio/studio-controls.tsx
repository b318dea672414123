import type { Theme } from 'selvedge/theme';
import type { ReactElement } from 'react';
import { useId } from 'react';
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

function Refusal({ id, error }: { id: string; error: string | undefined }): ReactElement {
  return (
    <p id={id} className="studio-error" role="alert">
      {error}
    </p>
  );
}

/** A colour: a picker, and a field that takes any notation. */
export function ColourControl(props: ControlProps & { shown: string }): ReactElement {
  const { label, name, error, onChange, shown } = props;
  const id = useId();
  return (
    <div className="studio-control">
      <label htmlFor={id}>{label}</label>
      <div className="studio-pair">
        <input
          type="color"
          aria-label={`${label}: picker`}
          value={shown.slice(0, 7)}
          onChange={(event) => onChange(name, event.target.value)}
        />
        <Typed id={id} {...props} />
      </div>
      <Refusal id={`${id}e`} error={error} />
    </div>
  );
}

/** What may be typed in place of what is picked or pushed. */
function Typed({
  id,
  className,
  ...props
}: ControlProps & { id: string; className?: string }): ReactElement {
  const { name, fields, fallback, error, onChange } = props;
  return (
    <input
      id={id}
      type="text"
      className={className}
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

/** A length: a slider in rem, and a field that takes any unit. */
export function LengthControl(
  props: ControlProps & { min: number; max: number; step: number },
): ReactElement {
  const { label, name, fields, fallback, error, onChange, min, max, step } = props;
  const id = useId();
  const value = fields[name] || fallback;
  return (
    <div className="studio-control">
      <label htmlFor={id}>{label}</label>
      <div className="studio-pair">
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
      </div>
      <Refusal id={`${id}e`} error={error} />
    </div>
  );
}

/** A list of fonts. */
export function FontControl(props: ControlProps): ReactElement {
  const { label, name, fields, fallback, error, onChange } = props;
  const id = useId();
  const fonts = ['inherit', 'system-ui', 'Georgia, serif', 'ui-rounded, system-ui', 'ui-monospace'];
  return (
    <div className="studio-control">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        list={`${id}l`}
        spellCheck={false}
        autoComplete="off"
        placeholder={fallback}
        value={fields[name]}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}e`}
        onChange={(event) => onChange(name, event.target.value)}
      />
      <datalist id={`${id}l`}>
        {fonts.map((font) => (
          <option key={font} value={font}>
            {font}
          </option>
        ))}
      </datalist>
      <Refusal id={`${id}e`} error={error} />
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
