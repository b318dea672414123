'use client';
import type { ReactElement } from 'react';
import type { DoneAnswer } from '../../contract/account.ts';
import { format } from '../../words/interface/format.ts';
import { useWords } from '../account-context.ts';
import { Arrival } from '../arrival.tsx';
import { Failure } from '../failure.tsx';
import type { PageComponentProps } from '../page.tsx';
import { Done, Page } from '../page.tsx';
import { Submit } from '../submit.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import type { MailedLinkOperation } from './use-mailed-link.ts';
import { useMailedLink } from './use-mailed-link.ts';

/** Props of the pages that mailed links open. */
export interface MailedLinkPageProps extends PageComponentProps {
  /** Called when it is done, for example to show a way on. */
  onDone?: ((answer: DoneAnswer) => void) | undefined;
}

/** Props of `MailedLink`. */
export interface MailedLinkProps extends MailedLinkPageProps {
  operation: MailedLinkOperation;
  title: string;
  text: string;
  button: string;
  variant: 'primary' | 'danger';
  /** What is said afterwards, with `{address}`. */
  done: string;
  /** In place of it when the answer names no address. Default: `done`. */
  doneWithoutAddress?: string;
}

/** One question, one button, one answer. */
export function MailedLink(props: MailedLinkProps): ReactElement {
  const {
    operation,
    title,
    text,
    button,
    variant,
    done,
    doneWithoutAddress = done,
    className,
    headingLevel,
    continueHref,
    onDone,
  } = props;
  const words = useWords();
  const { status, use, pending, error, maskedEmail, reset } = useMailedLink(operation, onDone);

  // These say that the link is spent: pressing again cannot help.
  const spent = error?.code.startsWith('link_') || error?.code === 'email_taken';
  const open = status === 'ready' || status === 'reading';
  return (
    <Page {...{ className, headingLevel, title }} description={open && !spent && text}>
      {status === 'missing' && <Notice tone="warning">{words.emailChange.noToken}</Notice>}
      {status === 'done' && (
        <Done continueHref={continueHref}>
          {maskedEmail === null
            ? doneWithoutAddress
            : format(done, { address: maskedEmail }, words.locale)}
        </Done>
      )}
      {open && (
        <Form onSubmit={() => void use()}>
          {spent ? (
            // The button is gone and with it the focus.
            <Arrival>
              <Failure error={error} />
            </Arrival>
          ) : (
            <Submit
              of={{ pending: pending || status === 'reading', error, reset }}
              variant={variant}
              label={button}
            />
          )}
        </Form>
      )}
    </Page>
  );
}
