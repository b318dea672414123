/** Words of `AvatarEditor`. */
export const avatar = {
  /** Heading of the section. */
  title: 'Picture',
  /** Under the heading. */
  description: 'Shown wherever you appear.',
  /** What screen readers say for the picture, and for the initials in its place. */
  picture: 'Your picture',
  noPicture: 'No picture yet',
  /** The buttons. `camera` is shown on phones and tablets only. */
  upload: 'Upload picture',
  camera: 'Take photo',
  remove: 'Remove picture',
  /** Under the buttons. `{megabytes}` is a number, as in all sentences here. */
  help: 'JPEG, PNG, WebP, GIF or AVIF, up to {megabytes} MB. You can also drop or paste it here.',
  /** Read out, and shown, afterwards. */
  saved: 'Picture changed.',
  removed: 'Picture removed.',
  /** In place of the general sentences of `too_large` and `unsupported_media_type`. */
  tooLarge: 'This file has more than {megabytes} MB. Choose a smaller one.',
  unsupported: 'This is not a JPEG, PNG, WebP, GIF or AVIF picture. Choose another file.',
  /** Heading of the dialog, and the sentence above the cropper. */
  cropTitle: 'Crop picture',
  cropLead: 'Drag the picture, or use the controls below it.',
  /** Read out, and shown, while the picture is being opened. */
  opening: 'Opening the picture',
  /** In place of the cropper when this browser cannot show such a picture. */
  notShown: 'This browser cannot show the picture. You can still use the middle of it as it is.',
  /** Name of the group of controls. */
  section: 'Part that is shown',
  /** Labels of the sliders. */
  horizontal: 'Left or right',
  vertical: 'Up or down',
  zoom: 'Zoom',
  /** Where the part lies, beside the sliders and read with them. `{percent}` is "40%". */
  centre: 'Centre',
  left: '{percent} left',
  right: '{percent} right',
  up: '{percent} up',
  down: '{percent} down',
  /** In place of these when there is nothing to move: the whole width, or height, is inside. */
  noRoom: 'All of it',
  /** Buttons beside the sliders, and what is read out after them. */
  rotate: 'Rotate',
  rotated: 'Rotated to {degrees}°',
  reset: 'Start over',
  wasReset: 'Back to the beginning',
  /** What screen readers say for the preview. */
  preview: 'Preview of your new picture',
  /** Sends the file uncropped; the middle is taken. */
  asIs: 'Use as is',
  /** Sends the part that is shown. */
  save: 'Save',
  /** While it is being sent: name of the bar, and the button that stops it. */
  uploading: 'Uploading',
  stop: 'Stop',
  /** Read out, and shown, after it was stopped. */
  stopped: 'Stopped. Your picture is as it was.',
};
