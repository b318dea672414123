import type { ReactElement } from 'react';
import { Avatar } from '../../src/react/ui/avatar.tsx';
import { Button } from '../../src/react/ui/button.tsx';
import { Checkbox } from '../../src/react/ui/checkbox.tsx';
import { Countdown } from '../../src/react/ui/countdown.tsx';
import { Detail, Details } from '../../src/react/ui/details.tsx';
import { Dialog } from '../../src/react/ui/dialog.tsx';
import { Field } from '../../src/react/ui/field.tsx';
import { Actions, Columns, Form } from '../../src/react/ui/form.tsx';
import { Link } from '../../src/react/ui/link.tsx';
import { Notice } from '../../src/react/ui/notice.tsx';
import { PasswordInput } from '../../src/react/ui/password-input.tsx';
import { Progress } from '../../src/react/ui/progress.tsx';
import { Range } from '../../src/react/ui/range.tsx';
import { Root } from '../../src/react/ui/root.tsx';
import { Section } from '../../src/react/ui/section.tsx';
import { Select } from '../../src/react/ui/select.tsx';
import { Skeleton } from '../../src/react/ui/skeleton.tsx';
import { Alert, Status } from '../../src/react/ui/status.tsx';
import { TextInput } from '../../src/react/ui/text-input.tsx';

/** All parts at once, in the states that change their markup; `open` shows the dialog. */
export function EveryPart({ open = false }: { open?: boolean }): ReactElement {
  return (
    <>
      <Root lang="en" dir="ltr">
        <Section title="Profile" description="How other people see you.">
          <Avatar name="Ada Lovelace" alt="Your picture" />
          <Avatar name="" alt="" size="small" />
          <Form>
            <Columns>
              <Field label="Given name">
                <TextInput defaultValue="Ada" />
              </Field>
              <Field
                label="Username"
                error="This username is taken."
                description="Shown to others."
              >
                <TextInput defaultValue="ada" />
              </Field>
              <Field label="Employee number" note="Managed by your organisation.">
                <TextInput
                  readOnly
                  defaultValue="A-1815-with-a-rather-long-ending-that-has-no-space"
                />
              </Field>
              <Field label="Language">
                <Select>
                  <option>English, with a long name that does not fit into a narrow control</option>
                </Select>
              </Field>
            </Columns>
            <Field label="Password">
              <PasswordInput revealLabel="Show password" autoComplete="new-password" />
            </Field>
            <Checkbox
              label="Sign out everywhere else"
              description="Ends 2 sessions."
              defaultChecked
            />
            <Checkbox label="I understand" error="Say that you do." note="Asked once." />
            <Range label="Zoom" valueText="140 %" defaultValue={40} />
            <Alert>
              <Notice tone="danger" title="Not saved" actions={<Button>Try again</Button>}>
                The server cannot be reached.
              </Notice>
            </Alert>
            <Actions>
              <Button variant="primary" type="submit" pending>
                Save changes
              </Button>
              <Button variant="quiet">Discard</Button>
              <Button disabled>Disabled</Button>
              <Status tone="success">Saved</Status>
            </Actions>
          </Form>
        </Section>
      </Root>
      <Root>
        <Section title="Email address" level={3} aria-busy>
          <Details>
            <Detail term="Address" action={<Button>Change</Button>}>
              a-rather-long-address-without-any-space@a-rather-long-domain.example.com
            </Detail>
          </Details>
          <Notice tone="warning">Not verified yet.</Notice>
          <Progress label="Uploading" value={0.6} />
          <Progress label="Waiting" />
          <Skeleton />
          <Skeleton shape="control" />
          <Status>
            <Countdown seconds={47}>{(left) => `Again in ${left} s`}</Countdown>
          </Status>
          <p className="selvedge-help">
            <Link href="#more">Learn more</Link>
          </p>
        </Section>
        <Dialog open={open} onClose={() => {}} title="Delete your account?" description="At once.">
          <Form>
            <Checkbox label="I understand that it cannot be undone" />
            <Actions>
              <Button>Cancel</Button>
              <Button variant="danger" type="submit">
                Delete account
              </Button>
            </Actions>
          </Form>
        </Dialog>
      </Root>
    </>
  );
}
