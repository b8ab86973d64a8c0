using Mailroom.LocalHost.Hosting;

namespace Mailroom.LocalHost.Settings;

/// <summary>The folder where one local host keeps everything; one host at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held)
    {
        Root = path;
        _lock = held;
    }

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>Where letters are put in.</summary>
    public string Pickup => Path.Combine(Root, "pickup");

    /// <summary>Where sent mails lie when they go to a folder.</summary>
    public string Out => Path.Combine(Root, "out");

    /// <summary>Makes the folder and takes it for this process.</summary>
    /// <exception cref="HostStartException">Another host works there.</exception>
    public static DataFolder Open(string path)
    {
        Directory.CreateDirectory(path);
        try
        {
            return new DataFolder(
                path, new FileStream(Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception)
        {
            throw new HostStartException(
                $"Another local host works in {path}: stop it, or choose another folder with --data DIR.", exception);
        }
    }

    /// <summary>Throws away what the folder holds, but stays its owner.</summary>
    public void Clear()
    {
        foreach (var entry in new DirectoryInfo(Root).EnumerateFileSystemInfos().Where(e => e.Name != ".lock"))
        {
            if (entry is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
