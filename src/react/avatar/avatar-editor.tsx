'use client';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import type { Account } from '../../contract/account.ts';
import { avatarTypes } from '../../contract/avatar.ts';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import type { SectionComponentProps } from '../account-section.tsx';
import { AccountSection } from '../account-section.tsx';
import { lockSentence } from '../error-words.ts';
import { Placeholder } from '../placeholder.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Actions } from '../ui/form.tsx';
import { usePart } from '../ui/look.ts';
import { Status } from '../ui/status.tsx';
import { AvatarFailure, megabytes } from './avatar-failure.tsx';
import { usePictureIntake } from './avatar-intake.ts';
import { preloadCropDialog, useFileOpening } from './avatar-opening.ts';
import type { AvatarEditorOptions } from './use-avatar-editor.ts';
import { useAvatarEditor } from './use-avatar-editor.ts';

/** Props of `AvatarEditor`. */
export interface AvatarEditorProps extends SectionComponentProps, AvatarEditorOptions {}

/**
 * The picture: chosen, dropped, pasted or taken with the camera, cropped, sent, removed. The dialog with the cropper
 * is loaded when a picture is being chosen and not before. A content security policy has to allow `img-src blob:`, and nothing else for it.
 */
export function AvatarEditor({
  className,
  headingLevel,
  ...options
}: AvatarEditorProps): ReactElement {
  const part = usePart();
  const words = useWords();
  return (
    <AccountSection
      title={words.avatar.title}
      description={words.avatar.description}
      className={className}
      headingLevel={headingLevel}
      skeleton={<Placeholder of={['picture']} />}
    >
      {(account) =>
        account.abilities.changeAvatar.allowed ? (
          <Editor account={account} options={options} />
        ) : (
          <div className={part('avatar-editor')}>
            <Picture account={account} />
            <p className={part('help')}>
              {lockSentence(account.abilities.changeAvatar.reason, words)}
            </p>
          </div>
        )
      }
    </AccountSection>
  );
}

function Picture({ account }: { account: Account }): ReactElement {
  const words = useWords();
  const { name, nickname, givenName } = account.profile;
  return (
    <Avatar
      src={account.avatar?.url}
      name={name.value ?? nickname.value ?? givenName.value ?? account.email.address}
      alt={account.avatar ? words.avatar.picture : words.avatar.noPicture}
      size="large"
    />
  );
}

interface EditorProps {
  account: Account;
  options: AvatarEditorOptions;
}

function Editor({ account, options }: EditorProps): ReactElement {
  const part = usePart();
  const words = useWords();
  const text = words.avatar;
  const handle = useAvatarEditor(options);
  const { chosen, choose, cancel, remove, pending, status } = handle;
  const { opened, error } = useFileOpening(chosen, account.avatarLimits);
  const dialog = chosen && opened;
  const opening = chosen !== null && !opened && !error;
  const zone = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const take = (file: Blob | undefined): void => {
    if (!file || dialog || pending) return;
    // Where the focus returns to when the dialog closes, however the picture came.
    button.current?.focus();
    choose(file);
  };
  const over = usePictureIntake(zone, take);
  useEffect(() => {
    if (over) preloadCropDialog();
  }, [over]);

  const open = (camera: boolean): void => {
    if (!input.current || pending) return;
    preloadCropDialog();
    if (camera) input.current.setAttribute('capture', 'user');
    else input.current.removeAttribute('capture');
    input.current.click();
  };

  const sentence = {
    idle: opening && text.opening,
    saved: text.saved,
    removed: text.removed,
    interrupted: words.account.interrupted,
  }[status];
  return (
    <div ref={zone} className={part('avatar-editor')} data-over={over ? '' : undefined}>
      <Picture account={account} />
      <div className={part('avatar-side')}>
        <Actions>
          <Button ref={button} pending={opening} onClick={() => open(false)}>
            {text.upload}
          </Button>
          <span className={part('avatar-camera')}>
            <Button onClick={() => open(true)}>{text.camera}</Button>
          </span>
          {account.avatar && (
            <Button
              variant="quiet"
              pending={pending}
              onClick={async () => {
                // The button goes with the picture: the focus must not fall to the page.
                if (await remove()) button.current?.focus();
              }}
            >
              {text.remove}
            </Button>
          )}
        </Actions>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={text.upload}
          accept={avatarTypes.join()}
          onChange={({ target }) => {
            take(target.files?.[0]);
            // So that choosing the same file once more is a change again.
            target.value = '';
          }}
        />
        <p className={part('help')}>
          {format(text.help, { megabytes: megabytes(account, words.locale) }, words.locale)}
        </p>
        <AvatarFailure
          account={account}
          error={error ?? handle.error}
          onWaited={handle.reset}
          actions={
            error?.code === 'unavailable' ? (
              <>
                <Button onClick={() => take(chosen?.file)}>{words.account.tryAgain}</Button>
                <Button
                  variant="quiet"
                  onClick={() => {
                    button.current?.focus();
                    cancel();
                  }}
                >
                  {words.account.cancel}
                </Button>
              </>
            ) : undefined
          }
        />
        <Status tone={opening || status === 'interrupted' ? 'neutral' : 'success'}>
          {sentence}
        </Status>
      </div>
      {dialog && (
        <dialog.Dialog
          {...dialog.content}
          account={account}
          onBefore={options.onBefore}
          onDone={handle.saved}
          onCancel={cancel}
        />
      )}
    </div>
  );
}
