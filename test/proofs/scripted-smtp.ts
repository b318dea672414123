import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';

/** How a mail server behaves. `cut`: it takes the whole mail, and the line breaks before it says so. */
export type Behaviour = 'takes' | 'cut' | 'slow';

/** A mail server on a port that stays the same, scripted line by line. */
export interface ScriptedSmtp {
  readonly port: number;
  /** What it does from now on. */
  behaviour: Behaviour;
  /** The `Message-ID` of every mail that it took whole, in order; twice for one that came twice. */
  readonly taken: string[];
  open(): Promise<void>;
  /** Nobody listens; connections are cut. */
  close(): Promise<void>;
}

/** Makes a mail server that is not open yet. */
export function createScriptedSmtp(port: number): ScriptedSmtp {
  const taken: string[] = [];
  const sockets = new Set<Socket>();
  const smtp: ScriptedSmtp = { port, behaviour: 'takes', taken, open, close };

  function talk(socket: Socket): void {
    sockets.add(socket);
    let heard = '';
    let inData = false;
    const say = (line: string): void => {
      if (smtp.behaviour === 'slow') setTimeout(() => socket.write(`${line}\r\n`), 300);
      else socket.write(`${line}\r\n`);
    };
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    say('220 mail.test');
    socket.on('data', (bytes: Buffer) => {
      heard += bytes.toString('utf8');
      for (;;) {
        if (inData) {
          const end = heard.indexOf('\r\n.\r\n');
          if (end < 0) return;
          taken.push(/^Message-ID: *<([^>]+)>/im.exec(heard.slice(0, end))?.[1] ?? 'no id');
          heard = heard.slice(end + 5);
          inData = false;
          if (smtp.behaviour === 'cut') return void socket.destroy();
          say('250 taken');
          continue;
        }
        const end = heard.indexOf('\r\n');
        if (end < 0) return;
        const command = heard.slice(0, 4).toUpperCase();
        heard = heard.slice(end + 2);
        if (command === 'DATA') {
          inData = true;
          say('354 go on');
        } else if (command === 'QUIT') {
          say('221 bye');
        } else say('250 fine');
      }
    });
  }

  let server = createServer(talk);
  async function open(): Promise<void> {
    server = createServer(talk).listen(port, '127.0.0.1');
    await once(server, 'listening');
  }
  async function close(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  }
  return smtp;
}
