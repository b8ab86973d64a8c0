using System.Globalization;

namespace Mailroom.Core.Mail;

/// <summary>Sizes as people read them: "35 MB", "41.2 MB", "256 KB" (of 1 024 bytes each).</summary>
public static class Megabytes
{
    private const double Kilo = 1024;

    /// <summary>A size that was found, rounded up: what is over a limit never reads as if it were within.</summary>
    public static string Up(long bytes) => Text(bytes, Math.Ceiling);

    /// <summary>A limit, rounded down.</summary>
    public static string Down(long bytes) => Text(bytes, Math.Floor);

    private static string Text(long bytes, Func<double, double> round)
    {
        var (size, unit) = bytes >= Kilo * Kilo ? (bytes / Kilo / Kilo, "MB") : (bytes / Kilo, "KB");
        return string.Create(CultureInfo.InvariantCulture, $"{round(size * 10) / 10:0.#} {unit}");
    }
}
