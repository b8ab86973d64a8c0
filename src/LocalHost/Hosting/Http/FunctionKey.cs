using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Mailroom.LocalHost.Hosting.Http;

/// <summary>The one key of this host: drawn once into the data folder, shown by callers of keyed functions.</summary>
internal sealed class FunctionKey
{
    private FunctionKey(string value) => Value = value;

    /// <summary>The key.</summary>
    public string Value { get; }

    /// <summary>Reads the key file; makes it when it is missing.</summary>
    public static FunctionKey LoadOrCreate(string path)
    {
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: >= 20 } known)
        {
            return new FunctionKey(known);
        }

        var drawn = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(drawn);
        return new FunctionKey(drawn);
    }

    /// <summary>Whether a request shows the key, in the header or the query.</summary>
    public bool IsShownBy(HttpRequest request)
    {
        var shown = request.Headers["x-functions-key"].ToString() is { Length: > 0 } header
            ? header
            : request.Query["code"].ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(Value));
    }
}
