export interface ChannelFolder {
  readonly driveId: string;
  readonly folderId: string;
}

export interface StoredFile {
  readonly driveId: string;
  readonly itemId: string;
  readonly webUrl: string;
  readonly size: number;
}

export interface FilesPort {
  /** The channel's files folder; null while SharePoint has not made it yet (a fresh channel answers 404). */
  channelFolder(channel: { teamId: string; channelId: string }): Promise<ChannelFolder | null>;
  /** Replaces a file of the same name. Above 4 MB an upload session carries it. */
  upload(folder: ChannelFolder, file: { path: string; contentType: string; content: Uint8Array }): Promise<StoredFile>;
  /** Null when somebody has taken the file away. */
  download(file: { driveId: string; itemId: string }): Promise<ReadableStream<Uint8Array> | null>;
}
