using Mailroom.Support;

namespace Mailroom.Pipeline.Tests;

/// <summary>The shipped policy with some of its text replaced, in a folder of its own.</summary>
internal sealed class PolicyFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mailroom-policy-");

    public PolicyFolder(params (string Old, string New)[] changes)
    {
        var shipped = RepoRoot.At("src", "Functions", "Policy");
        var texts = Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(shipped, f), File.ReadAllText);
        foreach (var (old, now) in changes)
        {
            Assert.Contains(texts.Values, t => t.Contains(old, StringComparison.Ordinal));
            texts = texts.ToDictionary(t => t.Key, t => t.Value.Replace(old, now, StringComparison.Ordinal));
        }

        foreach (var (name, text) in texts)
        {
            var copy = Path.Combine(_folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, text);
        }
    }

    /// <summary>Its policy.yaml.</summary>
    public string PolicyFile => Path.Combine(_folder.FullName, "policy.yaml");

    public void Dispose() => _folder.Delete(recursive: true);
}
