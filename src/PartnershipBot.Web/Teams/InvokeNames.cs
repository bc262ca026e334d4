namespace PartnershipBot.Web.Teams;

/// <summary>The invokes that are answered.</summary>
internal static class InvokeNames
{
    /// <summary>A button of a card.</summary>
    public const string CardAction = "adaptiveCard/action";

    /// <summary>A dialog is asked for.</summary>
    public const string TaskFetch = "task/fetch";

    /// <summary>A dialog was sent.</summary>
    public const string TaskSubmit = "task/submit";

    /// <summary>A message action asks for its dialog.</summary>
    public const string ExtensionFetch = "composeExtension/fetchTask";

    /// <summary>A message action's dialog was sent.</summary>
    public const string ExtensionSubmit = "composeExtension/submitAction";
}
