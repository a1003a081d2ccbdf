using System;

namespace SeeTheBug.Scenes;

internal static class Fill
{
    /// <summary>An array of things that are made one by one.</summary>
    public static T[] Array<T>(int length, Func<T> make)
    {
        var things = new T[length];
        for (var i = 0; i < length; i++)
        {
            things[i] = make();
        }

        return things;
    }
}
