export { accountRouter, type AccountRouter } from './server/http/express.ts';
