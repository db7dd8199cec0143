/** Thrown by a fold that was cancelled from outside. Its guest can still be used, but the fold is incomplete. */
export class FoldCancelled extends Error {
  override name = "FoldCancelled";
}

/** Whether the current fold was cancelled. This is called at every tick, so it has to be cheap. */
export type IsCancelled = () => boolean;

export const neverCancelled: IsCancelled = () => false;
