import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { english } from 'selvedge/locales/en';
import { createTheme, themePresets } from 'selvedge/theme';
import { Studio } from './studio/studio.tsx';

const meta: Meta<typeof Studio> = {
  title: 'Theme studio',
  component: Studio,
  tags: ['!autodocs'],
  render: (_, context) => <Studio around={context as never} />,
  parameters: {
    surroundings: false,
    controls: { disable: true },
    docs: { disable: true, source: { type: 'code' } },
    // The live sheet shows the profile again and again.
    a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } },
  },
};
export default meta;
type Story = StoryObj<typeof meta>;
type Context = Parameters<NonNullable<Story['play']>>[0];

/** The page as an address opens it. */
const opened =
  (hash: string): NonNullable<Story['beforeEach']> =>
  () => {
    const { pathname, search } = window.location;
    window.history.replaceState(null, '', pathname + search + hash);
    return () => {
      window.history.replaceState(null, '', pathname + search);
      window.sessionStorage.clear();
    };
  };
const code = ({ canvasElement }: Context): string =>
  canvasElement.querySelector('.studio-code')?.textContent ?? '';

export const ThemeStudio: Story = {};

/** An address that somebody shared, and everything that can be done with it. */
export const Tried: Story = {
  tags: ['!dev'],
  beforeEach: opened('#brand=%23ffd400&radius=1rem&scheme=dark'),
  play: async (context) => {
    const { canvas, userEvent } = context;
    await expect(canvas.getByLabelText('Dark')).toBeChecked();
    await userEvent.click(canvas.getByLabelText('Light'));
    const brand = canvas.getByLabelText<HTMLInputElement>('Brand');
    await expect(brand.value).toBe('#ffd400');
    await expect(code(context)).toMatch(/--selvedge-radius: 1rem/);
    const name = english.profile.save;
    const [save] = await canvas.findAllByRole('button', { name }, { timeout: 10_000 });
    const seen = () => getComputedStyle(save as HTMLElement).borderStartStartRadius;
    await expect(seen()).toBe('16px');
    await expect(canvas.getAllByText(/corrected/).length).toBeGreaterThan(0);

    await userEvent.clear(brand);
    await userEvent.type(brand, 'rebeccapurple');
    await expect(window.location.hash).toMatch(/brand=rebeccapurple/);
    // What a reload finds, when the address has lost it.
    await expect(window.sessionStorage.getItem('selvedge-studio')).toMatch(/brand=rebeccapurple/);
    await expect(canvas.getByText(/Nothing had to be corrected|moved to get there/)).toBeVisible();

    await userEvent.type(brand, '!');
    await expect(brand).toHaveAttribute('aria-invalid', 'true');
    await userEvent.clear(brand);

    const paste = canvas.getByLabelText('Style sheet with the host’s variables');
    await userEvent.click(paste);
    await userEvent.paste(':root { --selvedge-brand: rgb(0 100 0); --selvedge-radius: 3px }');
    await userEvent.click(canvas.getByRole('button', { name: 'Take its look' }));
    await expect(brand.value).toBe('#006400');
    await expect(seen()).toBe('3px');

    // Through a bridge, dark values included.
    await userEvent.clear(paste);
    await userEvent.paste(
      ':root { --primary: rgb(11 122 83); --background: #fff; --radius: 10px } .dark { --primary: #5fd3ab }',
    );
    await userEvent.click(canvas.getByRole('button', { name: 'Take its look' }));
    await expect(canvas.getByText(/through the bridge “shadcn”/)).toBeVisible();
    await expect(brand.value).toBe('#0b7a53');
    await expect(canvas.getByLabelText<HTMLInputElement>('Brand, dark').value).toBe('#5fd3ab');
    await expect(seen()).toBe('8px');

    // From a preset: its seeds in all fields, and what there is no field for in a sentence.
    const begin = within(canvas.getByRole('group', { name: 'Begin with' }));
    await expect(begin.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Neutral',
      'Soft',
      'Sharp',
      'Contrast',
    ]);
    await userEvent.click(begin.getByRole('button', { name: 'Contrast' }));
    await expect(
      canvas.getByText(/no field for all of Contrast.*contrast 7, .*text-muted/),
    ).toBeVisible();
    await userEvent.click(begin.getByRole('button', { name: 'Soft' }));
    const { roles, ...soft } = themePresets.soft;
    await expect(code(context)).toBe(createTheme({ ...soft, name: 'mine' }).css);
    await expect(canvas.getByLabelText<HTMLInputElement>('Danger, dark').value).toBe('#e4655a');
    await expect(seen()).toBe('12px');
    for (const role of Object.keys(roles ?? {})) {
      // oxlint-disable-next-line no-await-in-loop
      await expect(canvas.getByText(/no field for all of Soft/)).toHaveTextContent(role);
    }
    await userEvent.click(begin.getByRole('button', { name: 'Neutral' }));
    await expect(canvas.queryByText(/no field for all of/)).toBeNull();
    await expect(code(context)).toBe(createTheme({ name: 'mine' }).css);

    await userEvent.click(canvas.getByLabelText('TypeScript'));
    await expect(code(context)).toMatch(/createTheme\(/);
    await userEvent.click(canvas.getByLabelText('Design tokens'));
    await expect(code(context)).toMatch(/"\$type"/);
  },
};
