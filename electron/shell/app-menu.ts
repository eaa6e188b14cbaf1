// The application menu: editing and window commands only. No reload and no developer tools in what people install.
import { Menu, type MenuItemConstructorOptions } from 'electron';

/** Sets the menu; on macOS with the app's own entry, as the platform expects. */
export function setAppMenu(): void {
  const roles: MenuItemConstructorOptions[] = [{ role: 'editMenu' }, { role: 'windowMenu' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(process.platform === 'darwin' ? [{ role: 'appMenu' }, ...roles] : roles),
  );
}
