import type { ReactElement, ReactNode } from 'react';
import { useEffect, useState } from 'react';

interface Mail {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  keptAt: string;
}

/** Links become links; everything else stays the text that it is. */
function linked(text: string): ReactNode[] {
  return text.split(/(https?:\/\/\S+)/).map((part) =>
    part.startsWith('http') ? (
      <a key={part} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}

/** Every mail that the server has sent, newest first. */
export function Mailbox(): ReactElement {
  const [mails, setMails] = useState<Mail[] | null>(null);
  useEffect(() => {
    let stopped = false;
    const load = async (): Promise<void> => {
      const response = await fetch('/mailbox.json').catch(() => null);
      if (!stopped && response?.ok) setMails((await response.json()) as Mail[]);
    };
    void load();
    const timer = setInterval(() => void load(), 2000);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, []);
  return (
    <>
      <h1>Mailbox</h1>
      {mails?.length === 0 && <p className="hint">No mail yet.</p>}
      {mails?.map((mail) => (
        <article key={mail.messageId} className="mail">
          <h2>{mail.subject}</h2>
          <p className="hint">
            To {mail.to}, {new Date(mail.keptAt).toLocaleString()}
          </p>
          <p className="text">{linked(mail.text)}</p>
        </article>
      ))}
    </>
  );
}
