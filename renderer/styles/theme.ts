import { Button, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Mantine wants ten shades; ours are the accent's. What is seen comes from tokens.css. */
const accentShades: MantineColorsTuple = [
  '#edf1fe',
  '#dfe6fd',
  '#b7c6fa',
  '#8ea6ff',
  '#7b90e6',
  '#5473e4',
  '#4565dc',
  '#3557d6',
  '#2c4bc0',
  '#243fa3',
];

/** Button heights: 28 in toolbars and cells, 32 normal, 40 for the one main action of a reading screen. */
const buttonSizes: Readonly<Record<string, { height: number; paddingX: number; fontSize: number }>> = {
  xs: { height: 28, paddingX: 10, fontSize: 12 },
  sm: { height: 32, paddingX: 14, fontSize: 13 },
  lg: { height: 40, paddingX: 20, fontSize: 14 },
};

/** Mantine's theme in the design's sizes. Buttons are `default` unless they say `filled`, `light`, `subtle`, `danger` or `danger-quiet`. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  colors: { accent: accentShades },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 6,
  cursorType: 'pointer',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '16px', md: '20px', lg: '20px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm', variant: 'default' },
      vars: (_, { size }) => {
        const chosen = buttonSizes[String(size)] ?? { height: 32, paddingX: 14, fontSize: 13 };
        return {
          root: {
            '--button-height': `${chosen.height}px`,
            '--button-padding-x': `${chosen.paddingX}px`,
            '--button-fz': `${chosen.fontSize}px`,
          },
        };
      },
    }),
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', comboboxProps: { transitionProps: { duration: 160 } } } },
    // The focus is on the first entry. Mantine's own place for it, above the entries, is no child that a menu may have.
    Menu: { defaultProps: { transitionProps: { duration: 160 }, withInitialFocusPlaceholder: false } },
    // Its role, dialog, is not one that keeps a header from being the page's own banner.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Modal: { defaultProps: { transitionProps: { duration: 160 }, centered: true, radius: 8 } },
    Tooltip: {
      defaultProps: {
        openDelay: 300,
        transitionProps: { duration: 120 },
        events: { hover: true, focus: true, touch: false },
      },
    },
  },
});

const scheme = {
  '--mantine-color-body': 'var(--ground)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-2)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-error': 'var(--refused)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--off)',
  '--mantine-color-disabled-color': 'var(--on-off)',
  '--mantine-primary-color-filled': 'var(--accent-fill)',
  '--mantine-primary-color-filled-hover': 'var(--accent-fill-hover)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-color-accent-filled': 'var(--accent-fill)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-text': 'var(--accent)',
};

/** Points Mantine's own variables to the design's tokens, in both colour schemes alike: the tokens know the difference. */
export const themeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: scheme,
  dark: scheme,
});
