/** Where the pictures' bytes are. Keys are made by the rules: `<digest of the account's id>/<random name>.webp`, both base64url. */
export interface AvatarStorage {
  /** Stores durably under a new key; returns when the bytes and the entry are on disk. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null. */
  find(key: string): Promise<Uint8Array | null>;
  /** Removes; nothing there is no error. */
  remove(key: string): Promise<void>;
}
