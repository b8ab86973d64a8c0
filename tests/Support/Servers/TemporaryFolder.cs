namespace Mailroom.Support.Servers;

/// <summary>Clears up behind servers.</summary>
internal static class TemporaryFolder
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Deletes a folder in which a server that was just told to end may still be writing.</summary>
    public static Task DeleteAsync(DirectoryInfo folder) => Until.HoldsAsync(
        () =>
        {
            try
            {
                folder.Delete(recursive: true);
                return true;
            }
            catch (DirectoryNotFoundException)
            {
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        },
        Patience,
        () => $"{folder.FullName} is still written to.");
}
