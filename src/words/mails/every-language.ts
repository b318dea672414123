import { arMails } from './ar.ts';
import { csMails } from './cs.ts';
import { daMails } from './da.ts';
import { deMails } from './de.ts';
import { esMails } from './es.ts';
import { faMails } from './fa.ts';
import { fiMails } from './fi.ts';
import { frMails } from './fr.ts';
import { heMails } from './he.ts';
import { itMails } from './it.ts';
import { jaMails } from './ja.ts';
import { koMails } from './ko.ts';
import { nlMails } from './nl.ts';
import { plMails } from './pl.ts';
import { ptBRMails } from './pt-BR.ts';
import { ruMails } from './ru.ts';
import { svMails } from './sv.ts';
import { trMails } from './tr.ts';
import { ukMails } from './uk.ts';
import { zhHansMails } from './zh-Hans.ts';
import { zhHantMails } from './zh-Hant.ts';
import { enMails } from './en/mails.ts';
import type { MailWords } from './mail-words.ts';

/** The mails in every language of the package, for `languages` of a server: each person gets theirs. */
export const mailWords: readonly MailWords[] = [
  enMails,
  deMails,
  frMails,
  esMails,
  itMails,
  nlMails,
  ptBRMails,
  plMails,
  csMails,
  svMails,
  daMails,
  fiMails,
  trMails,
  ukMails,
  ruMails,
  jaMails,
  koMails,
  zhHansMails,
  zhHantMails,
  arMails,
  heMails,
  faMails,
];
