export {
  accountRouter,
  changePasswordRedirect,
  type AccountRouter,
} from './server/http/express.ts';
