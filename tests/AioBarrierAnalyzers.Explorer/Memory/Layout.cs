using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>The words that a type consists of. A struct that has several is copied word by word: it can be torn.</summary>
internal static class Layout<T>
{
    /// <summary>In the order of their offsets.</summary>
    public static readonly Word[] Words = WordsOf(typeof(T));

    /// <summary>Whether it is one primitive value or reference.</summary>
    public static readonly bool IsWord = Words is [{ Offset: 0 }] && (!typeof(T).IsValueType || typeof(T).IsPrimitive || typeof(T).IsEnum);

    private static Word[] WordsOf(Type type)
    {
        var words = new List<Word>();
        Collect(type, 0, "", words);
        words = [.. words.Distinct().OrderBy(w => w.Offset)];
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i - 1].Offset + Math.Max(words[i - 1].Size, 1) > words[i].Offset)
            {
                throw new UnsupportedConstructException("a struct with fields that overlap", type.FullName ?? type.Name, 0, type.Name);
            }
        }

        return [.. words];
    }

    private static void Collect(Type type, int offset, string name, List<Word> words)
    {
        if (!type.IsValueType)
        {
            words.Add(new Word(offset, type.IsPointer ? IntPtr.Size : 0, name, type.IsPointer ? typeof(nint) : type));
            return;
        }

        if (type.IsPrimitive || type.IsEnum)
        {
            words.Add(new Word(offset, SizeOf(type), name, type));
            return;
        }

        if (type.IsDefined(typeof(InlineArrayAttribute), false))
        {
            throw new UnsupportedConstructException("an inline array", type.FullName ?? type.Name, 0, type.Name);
        }

        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (field.IsDefined(typeof(FixedBufferAttribute), false))
            {
                throw new UnsupportedConstructException("a fixed buffer", type.FullName ?? type.Name, 0, field.Name);
            }

            Collect(field.FieldType, offset + OffsetOf(type, field), $"{name}.{NameOf(field)}", words);
        }
    }

    /// <summary>The name of a field, or of the property that it is behind.</summary>
    private static string NameOf(FieldInfo field) => field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>')] : field.Name;

    private static int SizeOf(Type type)
    {
        var underlying = type.IsEnum ? type.GetEnumUnderlyingType() : type;
        return underlying == typeof(nint) || underlying == typeof(nuint) ? IntPtr.Size : Type.GetTypeCode(underlying) switch
        {
            TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte => 1,
            TypeCode.Char or TypeCode.Int16 or TypeCode.UInt16 => 2,
            TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
            _ => 8,
        };
    }

    /// <summary>Reflection does not tell where a field lies; the address of one does.</summary>
    private static int OffsetOf(Type type, FieldInfo field)
    {
        var method = new DynamicMethod("Offset", typeof(int), [], typeof(Layout<T>).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        var value = il.DeclareLocal(type);
        il.Emit(OpCodes.Ldloca, value);
        il.Emit(OpCodes.Ldflda, field);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Ldloca, value);
        il.Emit(OpCodes.Conv_U);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Conv_I4);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<int>>()();
    }
}
