using System.Globalization;
using Mailroom.Core.Policy;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>Reads signals.yaml: the words and phrases that speak for each category.</summary>
internal static class SignalReader
{
    /// <summary>The signals by category code; none when the file is not there.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Signal>> Read(string path, ICollection<string> faults)
    {
        if (!File.Exists(path))
        {
            return new Dictionary<string, IReadOnlyList<Signal>>();
        }

        var map = YamlSource.Read(path, faults);
        return map.Entries().ToDictionary(
            e => e.Key,
            e => (IReadOnlyList<Signal>)map.ItemsOf(e.Value, e.Key).Select(item => Signal(map.Nested(item, $"each signal of {e.Key}"))).ToList(),
            StringComparer.Ordinal);
    }

    private static Signal Signal(YamlMap map)
    {
        var signal = new Signal(
            map.Text("phrase"),
            map.Parse("weight", Number, "a number such as 1.5", 1),
            map.ParseOptional("priority", PolicyText.Priority, "P1 to P4"));
        map.Close();
        return signal;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
