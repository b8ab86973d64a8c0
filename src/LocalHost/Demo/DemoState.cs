using System.Text.Json;

namespace Mailroom.LocalHost.Demo;

/// <summary>What a demonstration must know of the one before: whether it ended, and which product moment it had reached.</summary>
/// <param name="Reached">The product time when this was written.</param>
/// <param name="IsFinished">Whether it ran to its end.</param>
internal sealed record DemoState(DateTimeOffset Reached, bool IsFinished)
{
    /// <summary>Reads the file; null when there is none that can be read.</summary>
    public static DemoState? Load(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<DemoState>(File.ReadAllBytes(file)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    public void Save(string file)
    {
        File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(this));
        File.Move(file + ".new", file, overwrite: true);
    }
}
