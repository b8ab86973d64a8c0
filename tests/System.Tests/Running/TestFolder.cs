namespace Mailroom.SystemTests.Running;

/// <summary>A folder for one test, deleted after it.</summary>
internal sealed class TestFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TestFolder() => Path = Directory.CreateTempSubdirectory("mailroom-").FullName;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Puts a letter where the host picks letters up.</summary>
    public void PutLetter(string name, byte[] raw)
    {
        var pickup = Directory.CreateDirectory(System.IO.Path.Combine(Path, "pickup")).FullName;
        File.WriteAllBytes(System.IO.Path.Combine(pickup, name), raw);
    }

    /// <summary>The mails that the host sent into its folder.</summary>
    public IReadOnlyList<string> SentMails() =>
        System.IO.Path.Combine(Path, "out") is var sent && Directory.Exists(sent) ? Directory.GetFiles(sent, "*.eml", SearchOption.AllDirectories) : [];

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A log file that an ending process still holds; the system's temporary folder is swept anyway.
        }
    }
}
