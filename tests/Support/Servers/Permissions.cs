namespace Mailroom.Support.Servers;

/// <summary>Servers read and write under other users than root.</summary>
internal static class Permissions
{
    /// <summary>Opens a folder to everybody.</summary>
    public static void Open(string folder) => Set(folder, (UnixFileMode)0b111_111_111);

    /// <summary>Opens a file to everybody.</summary>
    public static void OpenFile(string file) => Set(file, (UnixFileMode)0b110_110_110);

    /// <summary>Lets everybody look into a folder.</summary>
    public static void Show(string folder) => Set(folder, (UnixFileMode)0b111_101_101);

    private static void Set(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
