import { register } from '@teamhanko/hanko-elements';

const dark = new URLSearchParams(location.search).get('scheme') === 'dark';
document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
document.body.style.cssText = 'margin: 0 auto; padding: 24px; max-width: 48rem';
if (dark) document.body.style.background = '#161619';

await register('https://hanko.example');
document.querySelector('#root')?.append(document.createElement('hanko-profile'));
