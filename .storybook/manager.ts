import { addons } from 'storybook/manager-api';

// Sheets, the studio and the table of states have no controls: the panel would only take room from them.
const withoutControls = /--all-(?:states|themes)$|^theme-studio--|^states--/;

addons.setConfig({
  layoutCustomisations: {
    showPanel: ({ storyId }, shown) => !withoutControls.test(storyId) && shown,
  },
});
