'use client';
import type { ReactElement } from 'react';
import { memo, useId } from 'react';
import { useFormState } from 'react-hook-form';
import type { Account, ProfileFieldName } from '../../contract/account.ts';
import { profileFields } from '../../contract/account.ts';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import type { SectionComponentProps } from '../account-section.tsx';
import { AccountSection } from '../account-section.tsx';
import { lockSentence } from '../error-words.ts';
import { Placeholder } from '../placeholder.tsx';
import { Submit } from '../submit.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Columns, Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { LanguageSelect } from './language-select.tsx';
import type { ProfileConflict, ProfileFormHandle, ProfileFormOptions } from './use-profile-form.ts';
import { useProfileForm } from './use-profile-form.ts';

/** Props of `ProfileForm`. */
export interface ProfileFormProps extends SectionComponentProps, ProfileFormOptions {
  /** Which fields are shown, in the order of the contract. Default: all six. */
  fields?: readonly ProfileFieldName[] | undefined;
  /** BCP 47 tags of the list of languages. Default: a list of the most spoken ones. */
  languages?: readonly string[] | undefined;
}

const autoComplete: Record<ProfileFieldName, string> = {
  name: 'name',
  username: 'username',
  givenName: 'given-name',
  familyName: 'family-name',
  nickname: 'nickname',
  language: 'language',
};

/**
 * Names, username and language: what is changed without a proof. Fields that an identity provider owns, or that the
 * application keeps to itself, are shown with the reason and not edited.
 */
export function ProfileForm({ className, headingLevel, ...props }: ProfileFormProps): ReactElement {
  const words = useWords();
  return (
    <AccountSection
      title={words.profile.title}
      description={words.profile.description}
      className={className}
      headingLevel={headingLevel}
      skeleton={<Placeholder of={['field', 'pair', 'pair', 'field', 'button']} />}
    >
      {(account) => <Editor account={account} {...props} />}
    </AccountSection>
  );
}

function Editor({
  account,
  fields = profileFields,
  languages,
  ...options
}: ProfileFormProps & { account: Account }): ReactElement {
  const words = useWords();
  const handle = useProfileForm(account, options);
  const { form, save, status, conflicts, resolve } = handle;
  const { allowed, reason } = account.abilities.updateProfile;
  const editable = allowed && fields.some((name) => account.profile[name].editable);
  const sentence = {
    idle: '',
    saved: words.profile.saved,
    unchanged: words.profile.unchanged,
    interrupted: words.account.interrupted,
    choose: words.profile.chooseFirst,
  }[status];

  const field = (name: ProfileFieldName): ReactElement | false =>
    fields.includes(name) && (
      <ProfileField
        key={name}
        name={name}
        account={account}
        form={form}
        conflict={conflicts.find((one) => one.name === name)}
        resolve={resolve}
        languages={languages}
      />
    );
  return (
    <Form
      onSubmit={() => void save()}
      onInput={status === 'idle' ? undefined : handle.forgetStatus}
    >
      {!allowed && <Notice>{lockSentence(reason, words)}</Notice>}
      {field('name')}
      <Columns>
        {field('givenName')}
        {field('familyName')}
      </Columns>
      <Columns>
        {field('username')}
        {field('nickname')}
      </Columns>
      {field('language')}
      {editable && (
        <Submit
          of={handle}
          label={words.profile.save}
          said={sentence}
          good={status === 'saved'}
          shownPointers={fields.map((name) => `/${name}`)}
        />
      )}
    </Form>
  );
}

interface ProfileFieldProps extends Pick<ProfileFormHandle, 'form' | 'resolve'> {
  name: ProfileFieldName;
  account: Account;
  conflict: ProfileConflict | undefined;
  languages: readonly string[] | undefined;
}

/** One field. It alone renders again when its error changes, and nothing does while it is typed in. */
const ProfileField = memo(function ProfileField(props: ProfileFieldProps): ReactElement {
  const { name, account, form, conflict, resolve, languages } = props;
  const words = useWords();
  const { errors } = useFormState({ control: form.control, name });
  const id = useId();
  const { editable, reason, owner } = account.profile[name];
  const locked = !editable || !account.abilities.updateProfile.allowed;
  const control = {
    ...form.register(name),
    // For the markup of a server; in a browser the form puts it there, too.
    defaultValue: account.profile[name].value ?? '',
    autoComplete: autoComplete[name],
    'aria-describedby': conflict && id,
  };
  return (
    <Field
      label={words.profile[name]}
      error={
        name === 'username' && errors[name]?.type === 'malformed'
          ? words.profile.usernameForm
          : errors[name]?.message
      }
      note={editable ? undefined : lockSentence(reason, words, owner)}
    >
      {name === 'language' ? (
        <LanguageSelect
          {...control}
          disabled={locked}
          languages={languages}
          stored={account.profile.language.value}
          none={words.profile.noLanguage}
        />
      ) : (
        <TextInput
          {...control}
          readOnly={locked}
          autoCapitalize={name === 'username' ? 'none' : undefined}
          spellCheck={false}
        />
      )}
      {conflict && <Clash id={id} conflict={conflict} resolve={resolve} />}
    </Field>
  );
});

interface ClashProps extends Pick<ProfileFormHandle, 'resolve'> {
  id: string;
  conflict: ProfileConflict;
}

/** Under a field that was changed on both sides. */
function Clash({ id, conflict: { name, theirs }, resolve }: ClashProps): ReactElement {
  const { profile: text, locale } = useWords();
  return (
    <Notice
      tone="warning"
      actions={
        <>
          <Button onClick={() => resolve(name, 'mine')}>{text.keepMine}</Button>
          <Button onClick={() => resolve(name, 'theirs')}>{text.useTheirs}</Button>
        </>
      }
    >
      <span id={id}>
        {theirs === '' ? text.conflictCleared : format(text.conflict, { value: theirs }, locale)}
      </span>
    </Notice>
  );
}
