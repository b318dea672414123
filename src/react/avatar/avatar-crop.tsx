'use client';
import type { ReactElement } from 'react';
import { useEffect, useId, useRef } from 'react';
import Cropper from 'react-easy-crop';
import type { Account } from '../../contract/account.ts';
import { useWords } from '../account-context.ts';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import { Range } from '../ui/range.tsx';
import { AvatarSending } from './avatar-sending.tsx';
import type { OpenedPicture } from './crop-picture.ts';
import { cropPicture, drawSection } from './crop-picture.ts';
import type { Section } from './crop-section.ts';
import { zooms } from './crop-section.ts';
import type { AvatarUploadHandle } from './use-avatar-upload.ts';
import { useCropSection } from './use-crop-section.ts';

/** Props of `AvatarCrop`. */
export interface AvatarCropProps {
  file: Blob;
  picture: OpenedPicture;
  account: Account;
  upload: AvatarUploadHandle;
  onCancel: () => void;
}

/** Pixels of the preview: twice as many as it is wide on the page. */
const previewEdge = 192;

/** Chooses the part of a picture that is sent. The only module that knows the cropper. */
export function AvatarCrop({
  file,
  picture,
  account,
  upload,
  onCancel,
}: AvatarCropProps): ReactElement {
  const part = usePart();
  const { avatar: text } = useWords();
  const crop = useCropSection(picture);
  const { section, said } = crop;

  const { pending, error, save } = upload;
  const waits = error?.retryAfterSeconds !== undefined;
  const send = (image: Blob | (() => Promise<Blob>)) => () => {
    if (!waits) void save(image);
  };
  return (
    <>
      <div className={part('crop')}>
        <Cropper
          image={picture.url}
          crop={crop.push}
          zoom={section.zoom}
          rotation={section.turns * 90}
          minZoom={zooms.least}
          maxZoom={zooms.most}
          aspect={1}
          cropShape="round"
          // The same as "cover", but decided once: measured by the cropper it could turn over and over.
          objectFit={picture.width < picture.height ? 'horizontal-cover' : 'vertical-cover'}
          showGrid={false}
          onCropChange={crop.onPush}
          onZoomChange={crop.onZoom}
          setCropSize={crop.onSize}
          // The page, and on a phone the dialog, must stay scrollable with the pointer over the picture.
          onWheelRequest={(event) => event.ctrlKey || event.metaKey}
          // It would put a style element into the page.
          disableAutomaticStylesInjection
          // No name could say what it is for; the sliders are its equal for keyboard and screen reader.
          cropperProps={{ 'aria-hidden': true, tabIndex: undefined }}
          mediaProps={{ draggable: false }}
          classes={{
            containerClassName: part('crop-frame'),
            mediaClassName: part('crop-picture'),
            cropAreaClassName: part('crop-area'),
          }}
        />
      </div>
      <Controls crop={crop} picture={picture} />
      <AvatarSending account={account} upload={upload} onCancel={onCancel} said={said}>
        <Button aria-disabled={waits || pending || undefined} onClick={send(file)}>
          {text.asIs}
        </Button>
        <Button
          variant="primary"
          pending={pending}
          aria-disabled={waits || undefined}
          onClick={send(() => cropPicture(file, section))}
        >
          {text.save}
        </Button>
      </AvatarSending>
    </>
  );
}

interface ControlsProps {
  crop: ReturnType<typeof useCropSection>;
  picture: OpenedPicture;
}

function Controls({ crop, picture }: ControlsProps): ReactElement {
  const part = usePart();
  const { avatar: text } = useWords();
  const { section, can, words } = crop;
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={part('crop-controls')}>
      <span id={id} className={part('unseen')}>
        {text.section}
      </span>
      <div className={part('crop-turns')}>
        <Preview picture={picture} section={section} />
        <Actions>
          <Button onClick={crop.rotate}>{text.rotate}</Button>
          <Button variant="quiet" onClick={crop.reset}>
            {text.reset}
          </Button>
        </Actions>
      </div>
      <div className={part('crop-sliders')}>
        <Range
          label={text.horizontal}
          valueText={words.x}
          // Left is left in every language.
          dir="ltr"
          min={-50}
          max={50}
          value={can.x ? Math.round(section.x * 50) : 0}
          aria-disabled={!can.x || undefined}
          onChange={({ target }) => crop.move('x', target.valueAsNumber / 50)}
        />
        <Range
          label={text.vertical}
          valueText={words.y}
          dir="ltr"
          min={-50}
          max={50}
          // Arrow up raises the value, and has to go up.
          value={can.y ? Math.round(-section.y * 50) : 0}
          aria-disabled={!can.y || undefined}
          onChange={({ target }) => crop.move('y', -target.valueAsNumber / 50)}
        />
        <Range
          label={text.zoom}
          valueText={words.zoom}
          min={zooms.least}
          max={zooms.most}
          step={0.05}
          value={section.zoom}
          onChange={({ target }) => crop.zoom(target.valueAsNumber)}
        />
      </div>
    </div>
  );
}

function Preview({ picture, section }: { picture: OpenedPicture; section: Section }): ReactElement {
  const part = usePart();
  const { avatar: text } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) drawSection(context, picture.copy, section, previewEdge);
  }, [picture, section]);
  return (
    <canvas
      ref={canvas}
      className={part('crop-preview')}
      role="img"
      aria-label={text.preview}
      width={previewEdge}
      height={previewEdge}
    />
  );
}
