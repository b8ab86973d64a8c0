using System.Globalization;

namespace Mailroom.LocalHost.Settings;

/// <summary>What the caller asks of the local host.</summary>
/// <param name="Demo">Play the sample letters at speed and end.</param>
/// <param name="Port">The HTTP port on loopback; 0 for any free one.</param>
/// <param name="Data">The data folder; null for the usual one.</param>
internal sealed record CommandLine(bool Demo, int Port, string? Data)
{
    /// <summary>What is shown on --help and on a wrong argument.</summary>
    public const string Usage = """
        Usage: dotnet run --project src/LocalHost [-- OPTIONS]

        Runs Mailroom's functions on this machine, with the storage emulator Azurite.

          --demo         feed the sample letters, run the clock fast until deadlines break and a digest goes out, then end
          --port N       HTTP port on 127.0.0.1 for the desk and the API (default 7071; 0: any free port)
          --data DIR     where everything is kept (default .mailroom/local, with --demo .mailroom/demo)
          --help         this text
        """;

    private const int DefaultPort = 7071;

    /// <summary>Reads the arguments.</summary>
    /// <returns>The command line; null with a fault when they cannot be understood; null without one when help is asked for.</returns>
    public static (CommandLine? Line, string? Fault) Parse(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine(false, DefaultPort, null);
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            switch (arguments[i])
            {
                case "--demo":
                    line = line with { Demo = true };
                    break;
                case "--port" when ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port):
                    line = line with { Port = port };
                    i++;
                    break;
                case "--data" when value.Length > 0:
                    line = line with { Data = Path.GetFullPath(value) };
                    i++;
                    break;
                case "--help" or "-h" or "-?":
                    return (null, null);
                default:
                    return (null, $"'{arguments[i]}' cannot be understood here.");
            }
        }

        return (line, null);
    }
}
