import * as z from 'zod/mini';
import { Account, AccountAnswer, DoneAnswer } from '../../src/contract/account.ts';
import { ActivityAnswer, ListActivity, ReportActivity } from '../../src/contract/activity.ts';
import { DeleteAccount } from '../../src/contract/delete-account.ts';
import { LinkToken, RequestEmailChange } from '../../src/contract/email-change.ts';
import { Problem } from '../../src/contract/errors.ts';
import {
  AddPasskey,
  RemovePasskey,
  RenamePasskey,
  StartPasskeyAnswer,
} from '../../src/contract/passkeys.ts';
import { ChangePassword } from '../../src/contract/password-change.ts';
import { RequestPasswordReset, ResetPassword } from '../../src/contract/password-reset.ts';
import { UpdateProfile } from '../../src/contract/profile.ts';
import type { Schema } from '../../src/contract/schema.ts';
import { EndSession, SessionsAnswer } from '../../src/contract/sessions.ts';
import { PasskeySignIn, PasskeySignInOptions, SignIn, SignUp } from '../../src/contract/sign-in.ts';
import {
  StartStepUp,
  StartStepUpAnswer,
  StepUp,
  StepUpAnswer,
} from '../../src/contract/step-up.ts';
import { EnableTotp, RecoveryCodesAnswer, TotpSetUpAnswer } from '../../src/contract/two-factor.ts';

/** A piece of the document. */
export type Json = Record<string, unknown>;

/** A schema of an object, as the document writes it. */
export interface ObjectSchema {
  properties?: Record<string, Json>;
  required?: string[];
  [key: string]: unknown;
}

const inputs = {
  AddPasskey,
  ChangePassword,
  DeleteAccount,
  EnableTotp,
  EndSession,
  LinkToken,
  ListActivity,
  PasskeySignIn,
  RemovePasskey,
  RenamePasskey,
  ReportActivity,
  RequestEmailChange,
  RequestPasswordReset,
  ResetPassword,
  SignIn,
  SignUp,
  StartStepUp,
  StepUp,
  UpdateProfile,
};
const outputs = {
  Account,
  AccountAnswer,
  ActivityAnswer,
  DoneAnswer,
  PasskeySignInOptions,
  Problem,
  RecoveryCodesAnswer,
  SessionsAnswer,
  StartPasskeyAnswer,
  StartStepUpAnswer,
  StepUpAnswer,
  TotpSetUpAnswer,
};

/** Where a named schema is. */
export const reference = (name: string): string => `#/components/schemas/${name}`;

function toSchemas(
  named: Record<string, Schema>,
  io: 'input' | 'output',
): Record<string, ObjectSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema(), { id });
  const { schemas } = z.toJSONSchema(registry, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    uri: reference,
    override: ({ jsonSchema }) => {
      // A newer server may answer more; what it takes is closed.
      if (io === 'output' && jsonSchema.additionalProperties === false) {
        delete jsonSchema.additionalProperties;
      }
    },
  });
  for (const schema of Object.values(schemas)) {
    delete schema.$schema;
    delete schema.$id;
  }
  return schemas as Record<string, ObjectSchema>;
}

const inputSchemas = toSchemas(inputs, 'input');
const outputSchemas = toSchemas(outputs, 'output');

function nameOf(named: Record<string, Schema>, schema: Schema): string | undefined {
  return Object.keys(named).find((name) => named[name] === schema);
}

/** The fields of an input; null where it is nothing at all. */
export function inputSchema(input: Schema): { name: string; schema: ObjectSchema } | null {
  const name = nameOf(inputs, input);
  const schema = name === undefined ? undefined : inputSchemas[name];
  return name === undefined || schema === undefined ? null : { name, schema };
}

/** The name of what an operation answers. */
export function outputName(output: Schema): string {
  const name = nameOf(outputs, output);
  if (name === undefined) throw new Error('an answer has no name in the document');
  return name;
}

/** Whether an answer carries the account, and so its version. */
export function hasAccount(output: Schema): boolean {
  return Object.hasOwn(outputSchemas[outputName(output)]?.properties ?? {}, 'account');
}

/** What `components.schemas` holds: inputs that arrive partly in the path or the query stand there, not here. */
export function componentSchemas(used: ReadonlySet<string>): Json {
  const kept = Object.entries(inputSchemas).filter(([name]) => used.has(name));
  return { ...Object.fromEntries(kept), ...outputSchemas };
}
