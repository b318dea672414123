// Everything that the settings page takes from its dependencies, and nothing of its own.
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { useForm, useFormState } from 'react-hook-form';
import * as z from 'zod/mini';

const schema = z.strictObject({
  name: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(150)))),
  email: z.email(),
  token: z.pipe(z.unknown(), z.transform(String)),
});

Object.assign(globalThis, {
  parts: [new QueryClient(), QueryObserver, useForm, useFormState, schema],
  cropper: () => import('react-easy-crop'),
});
