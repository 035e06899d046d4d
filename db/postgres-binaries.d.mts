export interface Account {
  uid?: number;
  gid?: number;
}
export const checkout: string;
export function serverAccount(): Account;
export function canEnter(folder: string, account: Account): boolean;
export function temporaryFolder(account: Account): string;
