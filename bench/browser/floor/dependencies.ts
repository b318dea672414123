// Everything that the settings page takes from its dependencies, and nothing of its own.
import { zodResolver } from '@hookform/resolvers/zod';
import { QueryClient, useMutation, useQuery } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import * as z from 'zod/mini';

const schema = z.strictObject({
  name: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(150)))),
  email: z.email(),
  token: z.pipe(z.unknown(), z.transform(String)),
});

Object.assign(globalThis, {
  parts: [new QueryClient(), useQuery, useMutation, useForm, Controller, zodResolver(schema)],
  cropper: () => import('react-easy-crop'),
});
