export { createTheme } from './theme/create-theme.ts';
export { ThemeError } from './theme/theme-error.ts';
export { themePresets } from './theme/theme-presets.ts';
export { themeRoles } from './theme/theme-roles.ts';
export type { ThemeRole, ThemeRoleFacts, ThemeRoleKind } from './theme/theme-roles.ts';
export type {
  DesignTokens,
  Theme,
  ThemeColor,
  ThemeContrast,
  ThemeCorrection,
  ThemeRoleOverrides,
  ThemeScheme,
  ThemeSeeds,
} from './theme/theme.ts';
