import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

interface Profile {
  name: string;
  username: string;
}

function OneForm() {
  const [profile, setProfile] = useState<Profile | null>(null);
  useEffect(() => {
    void fetch('/api/auth/users/me')
      .then((response) => response.json())
      .then(({ account }) =>
        setProfile({
          name: account.profile.name.value,
          username: account.profile.username.value,
        }),
      );
  }, []);
  return (
    <form key={profile ? 'filled' : 'empty'}>
      <fieldset disabled={profile === null}>
        <label>
          Full name <input name="name" defaultValue={profile?.name} />
        </label>
        <label>
          Username <input name="username" defaultValue={profile?.username} />
        </label>
        <button type="submit">Save</button>
      </fieldset>
    </form>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<OneForm />);
