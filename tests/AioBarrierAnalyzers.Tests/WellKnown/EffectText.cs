using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.WellKnown;

namespace AioBarrierAnalyzers.Tests.WellKnown;

/// <summary>An effect as one line, so that a table of expectations is readable: role, action, then whatever is present.</summary>
internal static class EffectText
{
    private static readonly Dictionary<MemoryAction, string> Actions = typeof(MemoryAction)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .ToDictionary(f => (MemoryAction)f.GetValue(null)!, f => f.Name);

    public static string Of(MemberEffect effect)
    {
        var parts = new List<string> { effect.Role.ToString() };
        if (effect.Action != MemoryAction.Nothing) parts.Add(Actions[effect.Action]);
        Parameter("at", effect.LocationParameter);
        Parameter("value", effect.ValueParameter);
        Parameter("comparand", effect.ComparandParameter);
        Parameter("taken", effect.SuccessParameter);
        if (effect.Delta != 0) parts.Add(effect.Delta.ToString("+0;-0"));
        if (effect.Result != AtomicResult.None) parts.Add("gives " + effect.Result);
        if (effect.IsUpgradeableLock) parts.Add("upgradeable");
        else if (effect.IsSharedLock) parts.Add("shared");
        if (effect.IsThreadSafe) parts.Add("safe");
        if (effect.IsBlocking) parts.Add("blocks");
        return string.Join(' ', parts);

        void Parameter(string name, int parameter)
        {
            if (parameter != MemberEffect.Absent) parts.Add(parameter == MemberEffect.Receiver ? $"{name} this" : $"{name} {parameter}");
        }
    }
}
