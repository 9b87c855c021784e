/** Virtual backgrounds and wallpaper. Taken by EMU2; being written. */
export {};
