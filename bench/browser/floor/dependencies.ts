// Everything that the settings page takes from its dependencies, and nothing of its own.
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { useForm, useFormState } from 'react-hook-form';

Object.assign(globalThis, {
  parts: [new QueryClient(), QueryObserver, useForm, useFormState],
  cropper: () => import('react-easy-crop'),
});
