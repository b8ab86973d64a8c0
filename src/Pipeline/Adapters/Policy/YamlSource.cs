using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Mailroom.Pipeline.Adapters.Policy;

/// <summary>One YAML file being read: its name for people, and the faults found so far in all files.</summary>
internal sealed class YamlSource(string name, ICollection<string> faults)
{
    private readonly string _name = name;

    /// <summary>
    /// Reads a file's top mapping. When the file is missing or broken, one fault says so, and the mapping is an empty one whose gaps are no
    /// faults of their own.
    /// </summary>
    public static YamlMap Read(string path, ICollection<string> faults)
    {
        var source = new YamlSource(Path.GetFileName(path), faults);
        try
        {
            using var reader = File.OpenText(path);
            var yaml = new YamlStream();
            yaml.Load(reader);
            return source.Map(yaml.Documents.Count > 0 ? yaml.Documents[0].RootNode : new YamlMappingNode(), "the file");
        }
        catch (YamlException e)
        {
            source.Fault(e.Start, $"this is no YAML that can be read: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet 16.3 throws this, without a place, for some brackets that are never closed.
            faults.Add($"{source._name}: this is no YAML that can be read; look for a bracket or a quote that is not closed.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{path} cannot be read: {e.Message}");
        }

        return new YamlSource(source._name, []).Map(new YamlMappingNode(), "the file");
    }

    /// <summary>Notes a fault at a place of the file.</summary>
    public void Fault(Mark at, string what) => faults.Add($"{_name}, line {at.Line}: {what}");

    /// <summary>A node as a mapping.</summary>
    public YamlMap Map(YamlNode node, string what)
    {
        if (node is YamlMappingNode map)
        {
            return new(this, map);
        }

        Fault(node.Start, $"{what} must be a mapping (key: value).");
        return new(this, new YamlMappingNode());
    }

    /// <summary>A node as its items.</summary>
    public IReadOnlyList<YamlNode> Items(YamlNode node, string what)
    {
        if (node is YamlSequenceNode list)
        {
            return [.. list.Children];
        }

        Fault(node.Start, $"{what} must be a list.");
        return [];
    }

    /// <summary>A node as text; empty when it is none.</summary>
    public string Text(YamlNode node, string what)
    {
        if (node is YamlScalarNode { Value: { } text })
        {
            return text.Trim();
        }

        Fault(node.Start, $"{what} must be a text.");
        return "";
    }
}
