using System.Collections;
using System.Text;
using MimeKit.Internal;

namespace MimeKit;

/// <summary>One parameter of Content-Type or Content-Disposition.</summary>
public class Parameter(string name, string value)
{
    private string _value = value;

    internal event EventHandler? Changed;

    public string Name { get; } = name;

    public string Value
    {
        get => _value;
        set
        {
            _value = value;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }

    public override string ToString() => $"{Name}={Value}";
}

/// <summary>The parameters of Content-Type or Content-Disposition.</summary>
public class ParameterList : IList<Parameter>
{
    private readonly List<Parameter> _parameters = [];

    internal event EventHandler? Changed;

    public int Count => _parameters.Count;

    public bool IsReadOnly => false;

    public string? this[string name]
    {
        get => TryGetValue(name, out string? value) ? value : null;
        set
        {
            var index = IndexOf(name);
            if (value is null)
            {
                if (index >= 0)
                {
                    RemoveAt(index);
                }
            }
            else if (index >= 0)
            {
                _parameters[index].Value = value;
            }
            else
            {
                Add(name, value);
            }
        }
    }

    public Parameter this[int index]
    {
        get => _parameters[index];
        set
        {
            RemoveAt(index);
            Insert(index, value);
        }
    }

    public void Add(string name, string value) => Add(new Parameter(name, value));

    public void Add(Encoding encoding, string name, string value) => Add(new Parameter(name, value));

    public void Add(Parameter param) => Insert(Count, param);

    public bool Contains(string name) => IndexOf(name) >= 0;

    public bool Contains(Parameter param) => _parameters.Contains(param);

    public int IndexOf(string name) =>
        _parameters.FindIndex(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    public int IndexOf(Parameter param) => _parameters.IndexOf(param);

    public void Insert(int index, string name, string value) => Insert(index, new Parameter(name, value));

    public void Insert(int index, Parameter param)
    {
        _parameters.Insert(index, param);
        param.Changed += OnChanged;
        OnChanged(this, EventArgs.Empty);
    }

    public bool Remove(string name)
    {
        var index = IndexOf(name);
        if (index >= 0)
        {
            RemoveAt(index);
        }

        return index >= 0;
    }

    public bool Remove(Parameter param) => Remove(param.Name);

    public void RemoveAt(int index)
    {
        _parameters[index].Changed -= OnChanged;
        _parameters.RemoveAt(index);
        OnChanged(this, EventArgs.Empty);
    }

    public bool TryGetValue(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Parameter? param)
    {
        var index = IndexOf(name);
        param = index >= 0 ? _parameters[index] : null;
        return index >= 0;
    }

    public bool TryGetValue(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
    {
        value = TryGetValue(name, out Parameter? param) ? param.Value : null;
        return value is not null;
    }

    public void Clear()
    {
        while (Count > 0)
        {
            RemoveAt(Count - 1);
        }
    }

    public void CopyTo(Parameter[] array, int arrayIndex) => _parameters.CopyTo(array, arrayIndex);

    public IEnumerator<Parameter> GetEnumerator() => _parameters.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>"; name=value" pieces, RFC 2231 where the value is not ASCII.</summary>
    internal IEnumerable<string> Tokens() => _parameters.SelectMany(ParameterText.Write);

    private void OnChanged(object? sender, EventArgs e) => Changed?.Invoke(this, EventArgs.Empty);
}
