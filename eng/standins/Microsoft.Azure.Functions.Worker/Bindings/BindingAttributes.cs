namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>An attribute that binds a parameter or a result.</summary>
[AttributeUsage(AttributeTargets.All)]
public abstract class BindingAttribute : Attribute
{
    public BindingAttribute()
    {
    }
}

/// <summary>Binds something that comes in beside the trigger.</summary>
public abstract class InputBindingAttribute : BindingAttribute
{
    public InputBindingAttribute()
    {
    }
}

/// <summary>Binds something that goes out.</summary>
public abstract class OutputBindingAttribute : BindingAttribute
{
    public OutputBindingAttribute()
    {
    }
}

/// <summary>Binds what starts a function.</summary>
public abstract class TriggerBindingAttribute : BindingAttribute
{
    public TriggerBindingAttribute()
    {
    }
}
