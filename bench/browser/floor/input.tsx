import { useState } from 'react';
import { createRoot } from 'react-dom/client';

import { recordedName } from '../account.ts';

function OneInput() {
  const [name, setName] = useState(recordedName);
  return (
    <label>
      Full name <input value={name} onChange={(event) => setName(event.target.value)} />
    </label>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<OneInput />);
