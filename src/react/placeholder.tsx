import type { ReactElement } from 'react';
import { usePart } from './ui/look.ts';
import { Skeleton } from './ui/skeleton.tsx';

/** What will stand there, from above: the picture with its buttons, a line, a field, a field with help below, two fields side by side, a button. */
export type PlaceholderShape = 'picture' | 'line' | 'field' | 'helped' | 'pair' | 'button';

/**
 * Holds the place of a form as high as the form will be, so that nothing moves when it comes. Seen after 300 ms. All of
 * it fades in and pulses as one, because each animation costs the first frame a little.
 */
export function Placeholder({ of }: { of: readonly PlaceholderShape[] }): ReactElement {
  const part = usePart();
  const field = (helped?: boolean): ReactElement => (
    <div className={part('field')}>
      <Skeleton />
      <Skeleton shape="control" />
      {helped && (
        <p className={part('help')}>
          <Skeleton />
        </p>
      )}
    </div>
  );
  return (
    <div aria-hidden="true" className={part('stack')} data-placeholder="">
      {of.map((shape, index) => (
        <div key={shape + String(index)} className={shape === 'pair' ? part('columns') : undefined}>
          {shape === 'picture' && (
            <div className={part('avatar-editor')}>
              <Skeleton shape="avatar" />
              <div className={part('avatar-side')}>
                <Skeleton shape="button" />
                <Skeleton />
              </div>
            </div>
          )}
          {shape === 'line' && <Skeleton />}
          {shape === 'button' && <Skeleton shape="button" />}
          {shape === 'helped' ? field(true) : (shape === 'field' || shape === 'pair') && field()}
          {shape === 'pair' && field()}
        </div>
      ))}
    </div>
  );
}
