using YamlDotNet.RepresentationModel;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>A YAML mapping that remembers what was asked of it, so that a misspelt key does not pass unnoticed.</summary>
internal sealed class YamlMap(YamlSource source, YamlMappingNode node)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>The line of the file that it begins on, from 1.</summary>
    public long Line => node.Start.Line;

    /// <summary>The keys with their values, in the file's order; none of them counts as unknown.</summary>
    public IReadOnlyList<(string Key, YamlNode Value)> Entries()
    {
        var entries = node.Children.Select(c => (source.Text(c.Key, "a key"), c.Value)).ToList();
        _asked.UnionWith(entries.Select(e => e.Item1));
        return entries;
    }

    /// <summary>The value of a key; null when it is not there.</summary>
    public YamlNode? Find(string key)
    {
        _asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    /// <summary>The value of a key, read in some way; a fault and the given value when it is not there.</summary>
    public T Need<T>(string key, T missing, Func<YamlNode, T> read)
    {
        if (Find(key) is { } value)
        {
            return read(value);
        }

        Fault($"\"{key}\" is missing here.");
        return missing;
    }

    /// <summary>A text that must be there.</summary>
    public string Text(string key) => Need(key, "", value => source.Text(value, key));

    /// <summary>A text that may be left out.</summary>
    public string? OptionalText(string key) => Find(key) is { } value ? source.Text(value, key) : null;

    /// <summary>A mapping that must be there.</summary>
    public YamlMap Map(string key) => Need(key, new YamlMap(source, new YamlMappingNode()), value => source.Map(value, key));

    /// <summary>A list of mappings that must be there.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) =>
        Need(key, [], value => source.Items(value, key)).Select(item => source.Map(item, $"each of {key}")).ToList();

    /// <summary>A list of texts; empty when it is left out.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) is { } value ? Texts(value, key) : [];

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(YamlNode value, string what) =>
        source.Items(value, what).Select(item => source.Text(item, $"each of {what}")).ToList();

    /// <summary>A value of a small grammar; a fault that names the form, and the given value, when it does not fit.</summary>
    public T Parse<T>(string key, Func<string, T?> parse, string form, T instead)
        where T : struct =>
        Parsed(key, Text(key), parse, form) ?? instead;

    /// <summary>The same for a value that may be left out.</summary>
    public T? ParseOptional<T>(string key, Func<string, T?> parse, string form)
        where T : struct =>
        OptionalText(key) is { } text ? Parsed(key, text, parse, form) : null;

    /// <summary>Notes a fault at this mapping.</summary>
    public void Fault(string what) => source.Fault(node.Start, what);

    /// <summary>Notes a fault at a value of this mapping.</summary>
    public void Fault(YamlNode at, string what) => source.Fault(at.Start, what);

    /// <summary>A value as a mapping.</summary>
    public YamlMap Nested(YamlNode value, string what) => source.Map(value, what);

    /// <summary>A value as text.</summary>
    public string TextOf(YamlNode value, string what) => source.Text(value, what);

    /// <summary>A value as its items.</summary>
    public IReadOnlyList<YamlNode> ItemsOf(YamlNode value, string what) => source.Items(value, what);

    /// <summary>Notes every key that nobody asked for. Called when the mapping has been read.</summary>
    public void Close()
    {
        foreach (var (key, _) in node.Children)
        {
            var name = source.Text(key, "a key");
            if (!_asked.Contains(name))
            {
                source.Fault(key.Start, $"\"{name}\" is unknown here; known are {string.Join(", ", _asked.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    private T? Parsed<T>(string key, string text, Func<string, T?> parse, string form)
        where T : struct
    {
        var value = parse(text);
        if (value is null && text.Length > 0)
        {
            source.Fault(Find(key)!.Start, $"\"{key}: {text}\" must be {form}.");
        }

        return value;
    }
}
