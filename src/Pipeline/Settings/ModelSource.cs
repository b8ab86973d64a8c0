using Mailroom.Core.Understanding.Learning;

namespace Mailroom.Pipeline.Settings;

/// <summary>The model that mails are understood by: the file beside the policy, read once.</summary>
public sealed class ModelSource
{
    /// <summary>The model's file in the policy's folder.</summary>
    public const string FileName = "letters.model";

    private readonly Lock _lock = new();
    private (string Path, TextModel? Model)? _read;

    /// <summary>Where the model of these settings lies.</summary>
    public static string PathOf(MailroomSettings settings) =>
        Path.Combine(Path.GetDirectoryName(PolicySource.PathOf(settings)) ?? ".", FileName);

    /// <summary>The model; null when there is no file: the policy's signals decide alone then.</summary>
    /// <exception cref="InvalidDataException">The file is no model; the message says what to do.</exception>
    public TextModel? Read(MailroomSettings settings)
    {
        var path = PathOf(settings);
        lock (_lock)
        {
            if (_read is not { } read || read.Path != path)
            {
                _read = read = (path, File.Exists(path) ? ModelFile.Read(File.ReadAllBytes(path)) : null);
            }

            return read.Model;
        }
    }
}
